package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.anamnesis.ehr.EhrRegistry;

/** Puts the strictest headers on every answer to a browser; a page that needs more room says so itself. */
@WebFilter(
        urlPatterns = {"/app/*", "/jwks.json"},
        asyncSupported = true)
public class StrictAnswers extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient EhrRegistry registry;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ResponseHeaders.strictest(response, "https".equals(registry.baseUrl().getScheme()));
        chain.doFilter(request, response);
    }
}
