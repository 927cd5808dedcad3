package org.anamnesis.sandbox.fault;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes a connection instead of answering, after everything was done: only Tomcat itself can. */
final class DroppedConnections extends ValveBase {

    private static final String DROP = DroppedConnections.class.getName();

    DroppedConnections() {
        super(true);
    }

    /** Marks a request whose answer must never be sent. */
    static void drop(ServletRequest request) {
        request.setAttribute(DROP, Boolean.TRUE);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(DROP) != null) {
            response.setSuspended(true);
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("dropped on request"));
        }
    }
}
