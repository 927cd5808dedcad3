package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;

/**
 * Closes the chart: its tokens are wiped, its address opens nothing any more, and what is being written for it is broken off. Other
 * charts of the session stay open.
 */
@Path("{launchId}/api/close")
public class CloseResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private SessionStore sessions;

    @Inject
    private StreamDesk streams;

    @Inject
    private AuditTrail audit;

    @Inject
    private HttpServletRequest request;

    /** Closes it. */
    @POST
    public void close() {
        Launch launch = current.launch();
        audit.record(new AuditEvent(
                        AuditEvent.Kind.SIGNED_OUT,
                        launch.ehr().id().value(),
                        Optional.of(launch.patientId()),
                        launch.actor(),
                        "chart closed")
                .with(AuditEvent.Outcome.DONE));
        Cookies.find(request.getCookies(), Cookies.SESSION).ifPresent(session -> sessions.close(session, launch.id()));
        streams.close(launch.id());
    }
}
