package org.anamnesis.sandbox.authorization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who authorizes. A browser may withhold the EHR's cookie from a frame that another site navigated; a launch that can
 * still be authorized then stands for the practitioner who opened it. Where a patient is to be chosen first (standalone
 * launch), the request is sent round by the page that asks.
 */
final class LaunchedUser extends OncePerRequestFilter {

    private static final String AUTHORIZE = "/oauth2/authorize";

    private final Launches launches;

    LaunchedUser(Launches launches) {
        this.launches = launches;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(AUTHORIZE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var launch = request.getParameter("launch");
        if (launch != null && !isSignedIn()) {
            launches.open(launch)
                    .ifPresent(open ->
                            SecurityContextHolder.getContext().setAuthentication(SignIn.as(open.practitioner())));
        }
        if (launch == null && isSignedIn() && asksForPatient(request.getParameter("scope"))) {
            response.sendRedirect(LaunchDesk.CHOOSE_PATIENT + "?" + request.getQueryString());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isSignedIn() {
        var user = SecurityContextHolder.getContext().getAuthentication();
        return user != null && user.isAuthenticated() && !(user instanceof AnonymousAuthenticationToken);
    }

    private static boolean asksForPatient(@Nullable String scope) {
        return scope != null && Arrays.asList(scope.split(" ")).contains(Scopes.LAUNCH_PATIENT);
    }
}
