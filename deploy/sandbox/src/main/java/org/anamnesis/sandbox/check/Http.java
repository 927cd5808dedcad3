package org.anamnesis.sandbox.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
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
import java.util.Optional;
import java.util.stream.Collectors;

/** A client with cookies of its own that follows no redirect. */
final class Http implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What came back.
     *
     * @param body the JSON; missing where it is none
     */
    record Answer(int status, HttpHeaders headers, JsonNode body) {

        /** The answer, where it has this status. */
        Answer expect(int expected) throws Broken {
            Broken.unless(status == expected, "the answer is " + status + outcome() + ", not " + expected);
            return this;
        }

        boolean isOutcome() {
            return body.path("resourceType").asText().equals("OperationOutcome");
        }

        private String outcome() {
            JsonNode issue = body.path("issue").path(0);
            return isOutcome()
                    ? " (" + issue.path("code").asText() + ": "
                            + issue.path("diagnostics")
                                    .asText(issue.path("details").path("text").asText()) + ")"
                    : "";
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Answer get(URI uri, Optional<String> token) throws IOException, InterruptedException {
        return send(request(uri, token).GET());
    }

    Answer postJson(URI uri, Optional<String> token, String type, String body)
            throws IOException, InterruptedException {
        return send(request(uri, token).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    Answer postForm(URI uri, Map<String, String> form) throws IOException, InterruptedException {
        return send(request(uri, Optional.empty())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    private static HttpRequest.Builder request(URI uri, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(LONGEST)
                .header("Accept", "application/fhir+json, application/json");
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), parsed(response.body()));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A form or a query, encoded. */
    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
