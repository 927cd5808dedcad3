package org.anamnesis.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Origin;
import org.anamnesis.smart.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A page of plain words in place of the chart.
 *
 * @param status the HTTP status
 * @param code the stable code, shown small for whoever is asked about it
 * @param title what is the matter
 * @param advice what to do
 * @param window an address of ours that goes on in a window of its own
 */
record Notice(int status, String code, String title, String advice, Optional<String> window) {

    Notice(int status, String code, String title, String advice) {
        this(status, code, title, advice, Optional.empty());
    }

    /** In a frame whose browser keeps no cookie of ours: a window of its own goes on, from this address of ours. */
    static Notice cookiesBlocked(String address) {
        return new Notice(
                403,
                "launch-cookie-blocked",
                "The browser keeps no cookie of Anamnesis inside the EHR",
                "Without one nobody can tell that it is still you. A window of its own can: for one minute from now.",
                Optional.of(address));
    }

    static final Notice NOT_OPEN = new Notice(
            404,
            "chart-not-open",
            "This chart is not open here",
            "It was closed, or opened in another window. Open it again from the patient's chart in your EHR.");

    static final Notice HANDOFF_OVER = new Notice(
            403,
            "launch-handoff-over",
            "This window came too late",
            "It opens a chart for one minute, and once. Open the chart again from the patient's chart in your EHR.");

    private static final int NONCE_BITS = 128;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Anamnesis</title>
            <style nonce="%s">
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem; }
            h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
            a { color: inherit; }
            small { opacity: .75; }
            </style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <p>%s</p>%s
            <p><small>Code: %s%s</small></p>
            </main>
            </body>
            </html>
            """;

    /** Sends it, to be shown in the frame of this EHR's pages; in no frame where there is no EHR. */
    void send(HttpServletResponse response, @Nullable Ehr ehr, String incident) throws IOException {
        String html = framed(response, ehr, incident);
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(html);
    }

    /** Puts its policy on an answer and gives its text. Nothing in it comes from a request. */
    String framed(HttpServletResponse response, @Nullable Ehr ehr, String incident) {
        List<Origin> ancestors = ehr == null ? List.of() : ehr.network().frameAncestors();
        String nonce = Secrets.fresh(NONCE_BITS);
        ResponseHeaders.notice(response, nonce, ancestors);
        return PAGE.formatted(nonce, title, advice, link(), code, incident.isEmpty() ? "" : ", incident " + incident);
    }

    // Its letters are those of base64url: nothing in it needs to be escaped.
    private String link() {
        return window.map(address -> "\n<p><a href=\"" + address
                        + "\" target=\"_blank\" rel=\"noopener\">Open the chart in a window of its own</a></p>")
                .orElse("");
    }
}
