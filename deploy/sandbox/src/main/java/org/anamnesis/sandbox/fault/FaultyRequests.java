package org.anamnesis.sandbox.fault;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** The faults that strike before anything reads the request: all down, and If-None-Exist unheard. */
final class FaultyRequests extends OncePerRequestFilter {

    private static final List<String> OF_THE_EHR = List.of("/fhir", "/oauth2", "/.well-known");
    private static final String IF_NONE_EXIST = "If-None-Exist";

    private final Faults faults;

    FaultyRequests(Faults faults) {
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if (OF_THE_EHR.stream().anyMatch(path::startsWith)
                && faults.strike(FaultKind.DOWN, null, null).isPresent()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        boolean isConditional = request.getHeader(IF_NONE_EXIST) != null;
        var type = path.substring(path.lastIndexOf('/') + 1);
        boolean isUnheard = isConditional
                && faults.strike(FaultKind.IGNORE_IF_NONE_EXIST, type, "create").isPresent();
        chain.doFilter(isUnheard ? new Unheard(request) : request, response);
    }
}
