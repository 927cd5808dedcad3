package org.anamnesis.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.guard.Body;
import org.anamnesis.guard.Gunzip;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.guard.XmlGuard;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * What a request's body turned out to be, read within bounds, unpacked where it came packed, and put through the guard before
 * anything parses it.
 */
sealed interface GuardedBody {

    /** It may be parsed; empty where there was none. */
    record Passed(byte[] bytes) implements GuardedBody {}

    /** It is not taken. */
    record Refused(Problem problem) implements GuardedBody {}

    Set<String> JSON = Set.of("application/fhir+json", "application/json", "application/json+fhir", "text/json");
    Set<String> XML = Set.of("application/fhir+xml", "application/xml", "text/xml");
    Set<String> UNPACKED = Set.of("", "identity");
    Limits LIMITS = Limits.CALLER;

    /** What a request that says its body is too large is told; before its stream is asked for, which the server may refuse. */
    static Optional<Problem> declaredTooLarge(HttpServletRequest request) {
        return request.getContentLengthLong() > LIMITS.bytes()
                ? Optional.of(problem(new RefusedInput(RefusedInput.Reason.TOO_LARGE)))
                : Optional.empty();
    }

    /**
     * Reads a request's body from a stream of it.
     *
     * @throws IOException where the connection breaks
     */
    static GuardedBody of(HttpServletRequest request, InputStream stream) throws IOException {
        try {
            String coding = word(request.getHeader("Content-Encoding"));
            byte[] body;
            if (UNPACKED.contains(coding)) {
                body = Body.readAll(stream, LIMITS);
            } else if (coding.equals("gzip")) {
                body = Body.readAll(new Gunzip(Body.bounded(stream, LIMITS.bytes()), LIMITS), LIMITS);
            } else {
                return refused(415, "content-encoding", "Send the body as it is, or packed with gzip.");
            }
            return body.length == 0 ? new Passed(body) : guarded(body, word(request.getContentType()));
        } catch (RefusedInput refused) {
            return new Refused(problem(refused));
        } catch (LargeBodies.NoPlace full) {
            return new Refused(Problem.unavailable("busy", "Too many large bodies are being read. Try again later."));
        }
    }

    private static Problem problem(RefusedInput refused) {
        boolean isSize = refused.reason().isSize();
        return new Problem(
                isSize ? 413 : 400,
                isSize ? IssueType.TOOLONG : IssueType.STRUCTURE,
                refused.reason().code(),
                "The body is refused before it is parsed.");
    }

    private static GuardedBody guarded(byte[] body, String type) throws IOException {
        if (JSON.contains(type)) {
            JsonGuard.check(new ByteArrayInputStream(body), LIMITS);
        } else if (XML.contains(type)) {
            XmlGuard.check(new ByteArrayInputStream(body), LIMITS);
        } else {
            return refused(415, "content-type", "Send application/fhir+json or application/fhir+xml.");
        }
        return new Passed(body);
    }

    private static Refused refused(int status, String code, String message) {
        return new Refused(new Problem(status, IssueType.NOTSUPPORTED, code, message));
    }

    /** A header's value without its parameters. */
    private static String word(@Nullable String header) {
        return Optional.of(Objects.requireNonNullElse(header, "").split(";", 2)[0])
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
