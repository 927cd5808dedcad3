package org.anamnesis.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.document.Format;

/** Which format a caller wants to be answered in (FHIR R4, RESTful API, content types and encodings). */
final class AnswerFormat {

    private static final Set<String> OFFERED = Set.of(
            "application/fhir+json",
            "application/json",
            "application/json+fhir",
            "text/json",
            "application/fhir+xml",
            "application/xml",
            "application/xml+fhir",
            "text/xml",
            "application/*",
            "*/*");
    /** What a Binary can be had as besides. */
    private static final Set<String> FILES =
            Arrays.stream(Format.values()).map(Format::mime).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> SHORT = Set.of("json", "xml");

    private static final Pattern ASKED =
            Pattern.compile("(?:^|&)_format=((?:[A-Za-z0-9+*/;=.-]|%[0-9A-Fa-f]{2})+)(?:&|$)");

    private AnswerFormat() {}

    /** Whether one of the wanted formats is FHIR's JSON or XML, or a file's own; {@code _format} goes before the header. */
    static boolean isOffered(HttpServletRequest request, FacadePath path) {
        // Not getParameter: that would read the body of a form, which has not been guarded yet.
        Matcher asked = ASKED.matcher(Objects.requireNonNullElse(request.getQueryString(), ""));
        if (asked.find()) {
            // A plus sign in a query is read as a space.
            String format = type(URLDecoder.decode(asked.group(1), StandardCharsets.UTF_8))
                    .replace(' ', '+');
            return SHORT.contains(format) || OFFERED.contains(format);
        }
        String accept = request.getHeader("Accept");
        return accept == null
                || accept.isBlank()
                || Arrays.stream(accept.split(",", -1))
                        .map(AnswerFormat::type)
                        .anyMatch(type -> OFFERED.contains(type) || (path.isFile() && FILES.contains(type)));
    }

    private static String type(String range) {
        return range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
