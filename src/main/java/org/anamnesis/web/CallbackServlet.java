package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
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
            case LaunchEnd.Refused refused ->
                LaunchNotices.of(refused.why()).send(response, refused.ehr().orElse(null), "");
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, String state, OpenedChart chart) {
        Launch launch = Launch.of(chart, Instant.now());
        Optional<String> current = Cookies.find(request.getCookies(), Cookies.SESSION);
        if (current.isEmpty() || !sessions.add(current.get(), launch)) {
            current.ifPresent(sessions::close);
            response.addHeader("Set-Cookie", Cookies.session(sessions.open(launch)));
        }
        response.addHeader("Set-Cookie", Cookies.launchOver(state));
        Parameters.sendTo(response, registry.baseUrl() + "/app/" + launch.id() + "/");
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
