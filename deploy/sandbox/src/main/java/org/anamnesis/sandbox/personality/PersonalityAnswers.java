package org.anamnesis.sandbox.personality;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.anamnesis.sandbox.fault.Unheard;
import org.anamnesis.sandbox.server.EhrAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** How creates are answered: refused by type, conditions unheard, the {@code Location} relative, no version, no body. */
final class PersonalityAnswers extends OncePerRequestFilter {

    private static final String FHIR = EhrAddress.FHIR_PATH;

    private final Personalities personalities;

    PersonalityAnswers(Personalities personalities) {
        this.personalities = personalities;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !(request.getRequestURI() + "/").startsWith(FHIR + "/")
                || request.getRequestURI().contains("/_search");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Personality personality = personalities.now();
        String type = request.getRequestURI().substring(FHIR.length()).replaceAll("^/|/$", "");
        boolean isBundle = type.isEmpty();
        if (isBundle ? !personality.transaction() : personality.notCreated().contains(type)) {
            response.setStatus(personality.notCreatedStatus());
            return;
        }
        HttpServletRequest heard = personality.conditionalCreate() ? request : new Unheard(request);
        if (isBundle || personality.answer().isPlain()) {
            chain.doFilter(heard, response);
            return;
        }
        var held = new Held(response, personality.answer());
        chain.doFilter(heard, held);
        boolean isWanted = String.valueOf(request.getHeader("Prefer")).contains("return=representation");
        if (held.getStatus() == HttpServletResponse.SC_CREATED
                && !personality.answer().body()
                && !isWanted) {
            held.resetBuffer();
            response.setContentLength(0);
        } else {
            held.copyBodyToResponse();
        }
    }

    /** Keeps the body back and changes the headers. */
    private static final class Held extends ContentCachingResponseWrapper {

        private final Personality.CreateAnswer answer;

        Held(HttpServletResponse response, Personality.CreateAnswer answer) {
            super(response);
            this.answer = answer;
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            if (isSaid(name)) {
                super.addHeader(name, said(name, value));
            }
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            if (isSaid(name)) {
                super.setHeader(name, said(name, value));
            }
        }

        private boolean isSaid(String name) {
            return answer.etag() || !name.equalsIgnoreCase("ETag");
        }

        private @Nullable String said(String name, @Nullable String value) {
            boolean isPlace = name.equalsIgnoreCase("Location") || name.equalsIgnoreCase("Content-Location");
            return value == null || !answer.relative() || !isPlace
                    ? value
                    : value.replaceFirst("^.*" + FHIR + "/", "").replaceFirst("/_history/.*$", "");
        }
    }
}
