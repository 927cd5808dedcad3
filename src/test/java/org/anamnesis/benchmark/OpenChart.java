package org.anamnesis.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A chart that a clinician has opened from the sandbox's EHR, in a browser's session of its own. */
final class OpenChart {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final HttpClient client;
    private final URI page;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String token;

    /**
     * Opens it by a whole launch.
     *
     * @param client one that has signed in at the EHR and keeps that cookie and no other
     * @param launch where the EHR opens the product
     */
    OpenChart(HttpClient client, URI launch) throws IOException, InterruptedException {
        this.client = client;
        URI authorization = location(get(launch));
        HttpResponse<String> agreed =
                client.send(HttpRequest.newBuilder(authorization).build(), BodyHandlers.ofString());
        page = launch.resolve(location(get(location(agreed))));
        token = new ObjectMapper()
                .readTree(get(page.resolve("api/context")).body())
                .path("csrf")
                .asText();
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Sec-Fetch-Dest", "document")
                        .header("Cookie", cookie())
                        .build(),
                BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private static URI location(HttpResponse<String> answer) throws IOException {
        return answer.uri()
                .resolve(answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new IOException("no redirect but " + answer.statusCode())));
    }

    private void keep(String cookie) {
        String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private String cookie() {
        return cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The summary in one answer. */
    JsonNode summary() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(post("api/summary").build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("no summary but " + answer.statusCode());
        }
        return new ObjectMapper().readTree(answer.body());
    }

    /** The summary as a stream, or what of it came behind an event. */
    InputStream stream(Optional<String> lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = post("api/summary/stream").header("Accept", "text/event-stream");
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("no stream but " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(page.resolve(path))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("X-Launch-Token", token)
                .header("Origin", page.getScheme() + "://" + page.getAuthority())
                .header("Cookie", cookie())
                .POST(BodyPublishers.ofString("{\"kind\":\"brief\"}"));
    }
}
