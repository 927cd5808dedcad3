package org.anamnesis.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.Origin;
import org.anamnesis.smart.Secrets;
import org.anamnesis.web.SessionStore.Lookup;

/**
 * In front of every resource under {@code /app/{launchId}}: the browser's session has this very chart open, and what
 * changes something was asked for by our own page. Cookies of a framed page ride along on requests from anywhere, so a
 * cookie alone never suffices for the API.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class LaunchGuard implements ContainerRequestFilter {

    /** The header in which the page sends the launch's token. */
    static final String TOKEN_HEADER = "X-Launch-Token";

    /** The header by which a page says that it asks by itself, as a list that renews itself does. */
    static final String UNATTENDED_HEADER = "X-Launch-Unattended";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MOST_BYTES = 64 * 1024;

    @Inject
    private SessionStore sessions;

    @Inject
    private EhrRegistry registry;

    @Inject
    private CurrentLaunch current;

    @Inject
    private AuditTrail audit;

    @Inject
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        String launchId = Optional.ofNullable(
                        context.getUriInfo().getPathParameters().getFirst("launchId"))
                .orElseThrow(ApiRefusal::wrongLaunch);
        boolean api = context.getUriInfo().getPath().contains("/api/");
        if (api && isFromElsewhere(context)) {
            throw ApiRefusal.foreign();
        }
        boolean attended = context.getHeaderString(UNATTENDED_HEADER) == null || !SAFE.contains(context.getMethod());
        Launch launch = find(launchId, attended);
        if (!SAFE.contains(context.getMethod())) {
            checkOwn(context, launch);
            bound(context);
        }
        current.set(launch);
    }

    private Launch find(String launchId, boolean attended) {
        String sessionId = Cookies.find(request.getCookies(), Cookies.SESSION).orElseThrow(ApiRefusal::sessionLost);
        Lookup found = attended ? sessions.find(sessionId, launchId) : sessions.peek(sessionId, launchId);
        return switch (found) {
            case Lookup.Open open -> open.launch();
            case Lookup.NotThisChart ignored -> {
                audit.record(new AuditEvent(
                                AuditEvent.Kind.ACCESS_DENIED,
                                "",
                                Optional.empty(),
                                "session",
                                "a launch that is not open in the session")
                        .with(AuditEvent.Outcome.REFUSED));
                throw ApiRefusal.wrongLaunch();
            }
            case Lookup.NoSession ignored -> throw ApiRefusal.sessionLost();
        };
    }

    // Browsers that do not say where a request comes from are left to the other rules.
    private static boolean isFromElsewhere(ContainerRequestContext context) {
        String site = context.getHeaderString("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin");
    }

    private void checkOwn(ContainerRequestContext context, Launch launch) {
        String origin = context.getHeaderString("Origin");
        String token = context.getHeaderString(TOKEN_HEADER);
        boolean own = origin != null
                && Origin.of(registry.baseUrl())
                        .filter(ours -> ours.text().equals(origin))
                        .isPresent();
        if (!own || token == null || !Secrets.same(token, launch.token())) {
            throw ApiRefusal.foreign();
        }
    }

    private static void bound(ContainerRequestContext context) throws IOException {
        byte[] body = context.getEntityStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ApiRefusal(413, "request-too-large", "This request is too large.");
        }
        context.setEntityStream(new ByteArrayInputStream(body));
    }
}
