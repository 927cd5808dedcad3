package org.anamnesis.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.smart.Secrets;

/** The clinician's page as it was built, with this answer's own nonce in it. */
final class AppPage {

    /** Where the build puts the page, out of the reach of browsers. */
    static final String FOLDER = "/WEB-INF/smart-app";

    private static final String NONCE = "__CSP_NONCE__";
    private static final int NONCE_BITS = 128;
    private static final Notice NOT_BUILT = new Notice(
            503,
            "page-not-built",
            "This installation has no page",
            "Anamnesis was built without its page. Whoever installed it can build it again with it.");

    private AppPage() {}

    static Response answer(ServletContext context, HttpServletResponse response, Ehr ehr) throws IOException {
        try (InputStream page = context.getResourceAsStream(FOLDER + "/index.html")) {
            if (page == null) {
                return html(NOT_BUILT.status(), NOT_BUILT.framed(response, ehr, ""));
            }
            String nonce = Secrets.fresh(NONCE_BITS);
            ResponseHeaders.app(response, nonce, ehr.network().frameAncestors());
            return html(200, new String(page.readAllBytes(), StandardCharsets.UTF_8).replace(NONCE, nonce));
        }
    }

    private static Response html(int status, String text) {
        return Response.status(status)
                .type("text/html;charset=utf-8")
                .entity(text)
                .build();
    }
}
