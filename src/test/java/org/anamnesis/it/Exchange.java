package org.anamnesis.it;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;

/** Plain HTTP with a cookie jar; no redirect is followed. */
final class Exchange implements AutoCloseable {

    static final String FHIR_JSON = "application/fhir+json";
    static final String FHIR_XML = "application/fhir+xml";
    static final FhirContext FHIR = FhirContext.forR4();

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** What came back. */
    record Answer(int status, HttpHeaders headers, String text) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON, status " + status + ": " + text, e);
            }
        }

        /** The resource in it, JSON or XML as its content type says. */
        <T extends Resource> T resource(Class<T> type) {
            boolean xml = header("Content-Type").contains("xml");
            try {
                return (xml ? FHIR.newXmlParser() : FHIR.newJsonParser()).parseResource(type, text);
            } catch (DataFormatException e) {
                throw new AssertionError("no " + type.getSimpleName() + ", status " + status + ": " + text, e);
            }
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Answer get(URI uri, String... headers) {
        return send(HttpRequest.newBuilder(uri).GET(), headers);
    }

    Answer post(URI uri, String type, String body, String... headers) {
        return send(
                HttpRequest.newBuilder(uri).header("Content-Type", type).POST(BodyPublishers.ofString(body)), headers);
    }

    Answer form(URI uri, Map<String, String> fields) {
        return post(uri, "application/x-www-form-urlencoded", encoded(fields));
    }

    Answer send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = client.send(request.timeout(LONGEST).build(), BodyHandlers.ofString());
            Answer came = new Answer(answer.statusCode(), answer.headers(), answer.body());
            Emitted.keep(answer.uri(), came);
            return came;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        client.close();
    }
}
