package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Closes the chart: its tokens are wiped, and its address opens nothing any more. */
@Path("{launchId}/api/close")
public class CloseResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private SessionStore sessions;

    @Inject
    private HttpServletRequest request;

    /** Closes it. */
    @POST
    public void close() {
        Cookies.find(request.getCookies(), Cookies.SESSION)
                .ifPresent(session -> sessions.close(session, current.launch().id()));
    }
}
