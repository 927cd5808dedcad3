package org.anamnesis.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.anamnesis.ehr.Origin;

/** The headers by which a browser is told what our answers may do, and who may show them. */
final class ResponseHeaders {

    private static final String POLICY = "Content-Security-Policy";
    private static final String APP = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
            + "require-trusted-types-for 'script'; frame-ancestors %s";
    private static final String NOTICE =
            "default-src 'none'; style-src 'nonce-%s'; form-action 'none'; base-uri 'none'; " + "frame-ancestors %s";
    // Without form-action: browsers hold it against every address that the EHR redirects to, too.
    private static final String FORM = "default-src 'none'; script-src 'nonce-%s'; base-uri 'none'; frame-ancestors %s";
    private static final String NOTHING =
            "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String NO_FEATURES = "accelerometer=(), autoplay=(), bluetooth=(), camera=(), "
            + "clipboard-read=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), "
            + "hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), "
            + "picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), "
            + "web-share=(), xr-spatial-tracking=()";

    private ResponseHeaders() {}

    /** Those of every answer, to start from: kept by nobody, framed by nobody, able to do nothing. */
    static void strictest(HttpServletResponse response, boolean encrypted) {
        response.setHeader(POLICY, NOTHING);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", NO_FEATURES);
        if (encrypted) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** The clinician's page, in the frame of these origins. */
    static void app(HttpServletResponse response, String nonce, List<Origin> ancestors) {
        response.setHeader(POLICY, APP.formatted(nonce, sources(ancestors)));
    }

    /** A page of words only, in the frame of these origins. */
    static void notice(HttpServletResponse response, String nonce, List<Origin> ancestors) {
        response.setHeader(POLICY, NOTICE.formatted(nonce, sources(ancestors)));
    }

    /** A page that sends its one form to the EHR, in the frame of these origins. */
    static void form(HttpServletResponse response, String nonce, List<Origin> ancestors) {
        response.setHeader(POLICY, FORM.formatted(nonce, sources(ancestors)));
    }

    private static String sources(List<Origin> ancestors) {
        return ancestors.isEmpty()
                ? "'none'"
                : ancestors.stream().map(Origin::text).collect(Collectors.joining(" "));
    }
}
