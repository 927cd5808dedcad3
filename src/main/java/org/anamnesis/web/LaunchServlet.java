package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.smart.Handoffs;
import org.anamnesis.smart.Handoffs.Begun;
import org.anamnesis.smart.LaunchClient;
import org.anamnesis.smart.LaunchStart;

/**
 * Where the EHR opens us: {@code /app/launch?iss=...&launch=...}; and where a clinician does, without an EHR's page:
 * {@code /app/launch?ehr=...}.
 *
 * <p>In a frame it first makes sure that the browser keeps our cookies, before the EHR has used up the launch. Where it does
 * not, a window of its own goes on from there, by {@code /app/launch?handoff=...}.
 */
@WebServlet("/app/launch")
public class LaunchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Set<String> WINDOWS = Set.of("document");
    private static final String ASKED = "cookie";

    @Inject
    private transient LaunchClient client;

    @Inject
    private transient Handoffs handoffs;

    @Inject
    private transient EhrRegistry registry;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> handoff = Parameters.once(request, "handoff");
        if (handoff.isPresent()) {
            Optional<Begun> begun = handoffs.take(handoff.get());
            if (begun.isEmpty()) {
                Notice.HANDOFF_OVER.send(response, null, "");
                return;
            }
            answer(response, client.begin(begun.get().iss(), begun.get().launch()));
            return;
        }
        Optional<String> alone = Parameters.once(request, "ehr");
        if (alone.isPresent() && request.getParameter("iss") == null) {
            answer(response, client.beginAlone(alone.get()));
            return;
        }
        Begun begun = new Begun(
                Parameters.once(request, "iss").orElse(""),
                Parameters.once(request, "launch").orElse(""));
        Optional<Ehr> ehr = registry.namedBy(begun.iss());
        if (ehr.isPresent() && !begun.launch().isEmpty() && !keepsCookies(request)) {
            probe(request, response, begun, ehr.get());
            return;
        }
        if (request.getParameter(ASKED) != null) {
            response.addHeader("Set-Cookie", Cookies.probeOver());
        }
        answer(response, client.begin(begun.iss(), begun.launch()));
    }

    // In a window of its own our cookies are first-party ones. A browser that does not say where it is, is asked.
    private static boolean keepsCookies(HttpServletRequest request) {
        String where = request.getHeader("Sec-Fetch-Dest");
        return (where != null && WINDOWS.contains(where))
                || Cookies.find(request.getCookies(), Cookies.PROBE).isPresent()
                || Cookies.find(request.getCookies(), Cookies.SESSION).isPresent();
    }

    private void probe(HttpServletRequest request, HttpServletResponse response, Begun begun, Ehr ehr)
            throws IOException {
        if (request.getParameter(ASKED) != null) {
            String address = registry.baseUrl() + "/app/launch?handoff=" + handoffs.codeFor(begun);
            Notice.cookiesBlocked(address).send(response, ehr, "");
            return;
        }
        response.addHeader("Set-Cookie", Cookies.probe());
        Parameters.sendTo(
                response,
                registry.baseUrl() + "/app/launch?" + ASKED + "=asked&iss=" + encoded(begun.iss()) + "&launch="
                        + encoded(begun.launch()));
    }

    private static void answer(HttpServletResponse response, LaunchStart start) throws IOException {
        switch (start) {
            case LaunchStart.Redirect redirect -> {
                response.addHeader("Set-Cookie", Cookies.launch(redirect.state(), redirect.binding()));
                if (redirect.asForm()) {
                    AuthorizationForm.send(
                            response,
                            redirect.authorization(),
                            redirect.ehr().network().frameAncestors());
                } else {
                    Parameters.sendTo(response, redirect.authorization().toString());
                }
            }
            case LaunchStart.Refused refused -> LaunchNotices.send(response, refused.why(), refused.ehr());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
