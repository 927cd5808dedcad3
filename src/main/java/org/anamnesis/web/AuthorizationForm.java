package org.anamnesis.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.ehr.Origin;
import org.anamnesis.smart.Secrets;

/**
 * Sends a long authorization request as a form (SMART App Launch 2.2, {@code authorize-post}): a page whose one form the
 * browser submits at once, or the clinician by its button where scripts are off.
 */
final class AuthorizationForm {

    private static final int NONCE_BITS = 128;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="color-scheme" content="light dark">
            <title>Anamnesis</title>
            </head>
            <body>
            <form method="post" action="%s">
            %s
            <noscript><button>Sign in at the EHR</button></noscript>
            </form>
            <script nonce="%s">document.forms[0].submit();</script>
            </body>
            </html>
            """;

    private AuthorizationForm() {}

    static void send(HttpServletResponse response, URI authorization, List<Origin> ancestors) throws IOException {
        String nonce = Secrets.fresh(NONCE_BITS);
        String text = authorization.toString();
        String action = text.substring(0, text.indexOf('?'));
        String inputs = Stream.of(authorization.getRawQuery().split("&"))
                .map(AuthorizationForm::input)
                .collect(Collectors.joining("\n"));
        ResponseHeaders.form(response, nonce, ancestors);
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(PAGE.formatted(escaped(action), inputs, nonce));
    }

    private static String input(String pair) {
        int equals = pair.indexOf('=');
        return "<input type=\"hidden\" name=\"" + escaped(decoded(pair.substring(0, equals))) + "\" value=\""
                + escaped(decoded(pair.substring(equals + 1))) + "\">";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
