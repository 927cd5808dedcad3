package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.smart.LaunchCallback;
import org.anamnesis.smart.LaunchClient;
import org.anamnesis.smart.LaunchEnd;
import org.anamnesis.smart.OpenedChart;

/**
 * Where the authorization server sends the browser back to: {@code /app/callback}.
 *
 * <p>The session's id is made here, after the user is known, and never taken over from a browser that is not yet in a
 * session of that very user. A user's further charts join the session they have, so that frames open side by side keep
 * theirs.
 */
@WebServlet("/app/callback")
public class CallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient LaunchClient client;

    @Inject
    private transient SessionStore sessions;

    @Inject
    private transient EhrRegistry registry;

    @Inject
    private transient Clock clock;

    @Inject
    private transient AuditTrail audit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> state = Parameters.once(request, "state");
        LaunchEnd end = client.complete(new LaunchCallback(
                state,
                Parameters.once(request, "code"),
                Parameters.once(request, "error"),
                Parameters.once(request, "iss"),
                state.flatMap(known -> Cookies.find(request.getCookies(), Cookies.launchName(known)))));
        switch (end) {
            case LaunchEnd.Opened opened -> open(request, response, state.orElse(""), opened.chart());
            case LaunchEnd.Refused refused -> {
                // Whoever was not sent by one of our EHRs can knock as often as he likes; that is not kept.
                refused.ehr()
                        .ifPresent(ehr -> audit.record(new AuditEvent(
                                        AuditEvent.Kind.ACCESS_DENIED,
                                        ehr.id().value(),
                                        Optional.empty(),
                                        "unauthenticated",
                                        "sign-in " + refused.why().name())
                                .with(AuditEvent.Outcome.REFUSED)));
                LaunchNotices.send(response, refused.why(), refused.ehr());
            }
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, String state, OpenedChart chart) {
        Launch launch = Launch.of(chart, clock.instant());
        audit.recordAll(List.of(
                event(AuditEvent.Kind.TOKEN_OBTAINED, launch, "of the user, by code"),
                event(AuditEvent.Kind.SIGNED_IN, launch, "chart opened")));
        Optional<String> current = Cookies.find(request.getCookies(), Cookies.SESSION);
        if (current.isEmpty() || !sessions.add(current.get(), launch)) {
            current.ifPresent(sessions::close);
            response.addHeader("Set-Cookie", Cookies.session(sessions.open(launch)));
        }
        response.addHeader("Set-Cookie", Cookies.launchOver(state));
        Parameters.sendTo(response, registry.baseUrl() + "/app/" + launch.id() + "/");
    }

    private static AuditEvent event(AuditEvent.Kind kind, Launch launch, String what) {
        return new AuditEvent(kind, launch.ehr().id().value(), Optional.of(launch.patientId()), launch.actor(), what)
                .with(AuditEvent.Outcome.DONE);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
