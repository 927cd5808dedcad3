package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.anamnesis.smart.ClientKeys;

/** Our public keys for authorization servers: {@code /jwks.json}, open to all. */
@WebServlet("/jwks.json")
public class KeysServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ClientKeys keys;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // A new key is to be published this long before it signs.
        response.setHeader("Cache-Control", "public, max-age=900");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setContentType("application/json;charset=utf-8");
        response.getWriter().write(keys.published());
    }
}
