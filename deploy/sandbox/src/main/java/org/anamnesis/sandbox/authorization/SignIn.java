package org.anamnesis.sandbox.authorization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.anamnesis.sandbox.staff.Practitioner;
import org.anamnesis.sandbox.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in by choosing who one is. There are no passwords: nobody and nothing here is real. */
@RestController
public class SignIn {

    /** Page and form of the sign-in. */
    public static final String PATH = "/sandbox/sign-in";

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache interrupted = new HttpSessionRequestCache();

    /** The session of a practitioner begins; an authorization that was interrupted by it goes on. */
    @PostMapping(PATH)
    ResponseEntity<String> signIn(
            @RequestParam String practitioner, HttpServletRequest request, HttpServletResponse response) {
        if (Staff.practitioner(practitioner).isEmpty()) {
            return ResponseEntity.badRequest().body("practitioner: nobody of that id works here");
        }
        var before = interrupted.getRequest(request, response);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(as(practitioner));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(before == null ? "/" : before.getRedirectUrl()))
                .build();
    }

    /** Who is signed in. */
    public static Optional<Practitioner> practitioner(@Nullable Authentication user) {
        return Optional.ofNullable(user).map(Authentication::getName).flatMap(Staff::practitioner);
    }

    static Authentication as(String practitioner) {
        return UsernamePasswordAuthenticationToken.authenticated(
                practitioner, null, AuthorityUtils.createAuthorityList("PRACTITIONER"));
    }
}
