package org.anamnesis.forwarding;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;

/**
 * A FHIR server that keeps AuditEvents (IHE ATNA, "FHIR feed").
 *
 * @param base its FHIR base, without a slash at the end; https, or http on this machine
 * @param token its bearer token, where it wants one
 */
record AuditRepository(URI base, Optional<String> token) {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<Integer> TAKEN = Set.of(200, 201);

    AuditRepository {
        boolean encrypted = "https".equals(base.getScheme()) && base.getHost() != null;
        boolean loopback = "http".equals(base.getScheme()) && LOOPBACK.contains(String.valueOf(base.getHost()));
        if (!encrypted && !loopback) {
            throw new IllegalArgumentException(
                    "an audit repository is an https address, or http on this machine itself");
        }
    }

    /** Puts an event under its own id, so that sending it again makes no second one; whether it was taken. */
    boolean take(HttpClient http, AuditEvent event) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + "/AuditEvent/" + event.getIdElement().getIdPart()))
                .timeout(LONGEST)
                .header("Content-Type", "application/fhir+json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        FhirContext.forR4Cached().newJsonParser().encodeResourceToString(event)));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            return TAKEN.contains(http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "AuditRepository[" + base + "]";
    }
}
