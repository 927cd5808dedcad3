package org.anamnesis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Query parameters as the two steps of a launch read them, and the redirects they answer with. */
final class Parameters {

    private Parameters() {}

    /** The value of a parameter that is there exactly once and not empty: two readers may pick different ones of two. */
    static Optional<String> once(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length != 1 || values[0].isEmpty() ? Optional.empty() : Optional.of(values[0]);
    }

    /** See other: the browser gets it, whatever it did before. */
    static void sendTo(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
