package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.anamnesis.smart.LaunchClient;
import org.anamnesis.smart.LaunchStart;

/** Where the EHR opens us: {@code /app/launch?iss=...&launch=...}. */
@WebServlet("/app/launch")
public class LaunchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient LaunchClient client;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LaunchStart start = client.begin(
                Parameters.once(request, "iss").orElse(""),
                Parameters.once(request, "launch").orElse(""));
        switch (start) {
            case LaunchStart.Redirect redirect -> {
                response.addHeader("Set-Cookie", Cookies.launch(redirect.state(), redirect.binding()));
                Parameters.sendTo(response, redirect.authorization().toString());
            }
            case LaunchStart.Refused refused ->
                LaunchNotices.of(refused.why()).send(response, refused.ehr().orElse(null), "");
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
