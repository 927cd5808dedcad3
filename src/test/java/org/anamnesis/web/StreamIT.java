package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.smart.SigningKeys;
import org.anamnesis.smart.StrictEhr;
import org.anamnesis.summary.AnsweringModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A summary as a stream on the provisioned server: what comes when, what never comes, and what happens when nobody listens. */
class StreamIT {

    private static final Pattern SEX = Pattern.compile("(D\\d+) \\| patient \\| Sex \\| female");

    @TempDir
    private static Path directory;

    private static StrictEhr ehr;
    private static WildFly server;
    private static AnsweringModel model;
    private static volatile AnsweringModel.Behaviour behaviour = (number, speaking) -> {};

    private final Browser browser = new Browser();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        Path keys = directory.resolve("keys.json");
        Files.writeString(
                keys, new JWKSet(List.of(SigningKeys.CLIENT_RSA, (JWK) SigningKeys.CLIENT_EC)).toString(false));
        ehr = new StrictEhr(Clock.systemUTC());
        model = new AnsweringModel((number, speaking) -> behaviour.answer(number, speaking));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("anamnesis.base-url", "http://localhost:PORT");
        settings.put("anamnesis.keys", keys.toString());
        settings.put("anamnesis.ehrs", "ward");
        settings.put("anamnesis.ehr.ward.fhir-base", ehr.fhirBase());
        settings.put("anamnesis.ehr.ward.issuer", ehr.issuer());
        settings.put("anamnesis.ehr.ward.backend-client-id", "backend");
        settings.put("anamnesis.ehr.ward.app-client-id", "app");
        settings.put("anamnesis.ehr.ward.allow-loopback-http", "true");
        settings.put("anamnesis.model.base-url", model.base().toString());
        settings.put("anamnesis.model.name", "ward-7b");
        settings.put("anamnesis.model.probe", "false");
        server = new WildFly(Path.of(System.getProperty("jboss.home")), directory.resolve("standalone"), settings);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        model.close();
        ehr.close();
    }

    @BeforeEach
    void atPatientOne() {
        ehr.context.put("patient", "p1");
    }

    private record Event(String name, String id, JsonNode data) {}

    private record Open(String page, String token) {}

    private Open open() throws Exception {
        HttpResponse<String> start = browser.get(
                server.origin() + "/app/launch?launch=handle&iss="
                        + URLEncoder.encode(ehr.fhirBase(), StandardCharsets.UTF_8),
                "Sec-Fetch-Dest",
                "document");
        HttpResponse<String> end = browser.get(
                ehr.agree(URI.create(start.headers().firstValue("Location").orElseThrow())));
        String page = URI.create(server.origin())
                .resolve(end.headers().firstValue("Location").orElseThrow())
                .toString();
        String context = browser.get(page + "api/context").body();
        return new Open(page, new ObjectMapper().readTree(context).path("csrf").asText());
    }

    private HttpResponse<InputStream> stream(String body) throws Exception {
        return stream(open(), body);
    }

    private HttpResponse<InputStream> stream(Open open, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(open.page() + "api/summary/stream"))
                .header("Content-Type", "application/json")
                .header("X-Launch-Token", open.token())
                .header("Origin", server.origin())
                .header(
                        "Cookie",
                        browser.cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static Event next(BufferedReader lines) throws IOException {
        String name = "";
        String id = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            } else if (line.isEmpty() && !name.isEmpty()) {
                return new Event(name, id, new ObjectMapper().readTree(data.toString()));
            }
        }
        throw new IOException("the stream has ended");
    }

    private static BufferedReader lines(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String sex() {
        Matcher line = SEX.matcher(model.asked().getLast());
        assertThat(line.find()).isTrue();
        return "{\"section\":\"one-liner\",\"text\":\"Sex female.\",\"citations\":[\"" + line.group(1) + "\"]}";
    }

    @Test
    void coverageComesFirstAStatementWhileTheModelWritesAndTheWholeLast() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        behaviour = (number, speaking) -> {
            if (model.asked().getLast().contains("fails:")) {
                speaking.line("{}").end();
                return;
            }
            speaking.line("{\"section\":\"one-liner\",\"text\":\"Sex male.\",\"citations\":[\"D1\"]}")
                    .line(sex());
            if (seen.await(30, TimeUnit.SECONDS)) {
                speaking.end();
            }
        };
        HttpResponse<InputStream> answer = stream("{\"kind\":\"brief\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        List<Event> events = new ArrayList<>();
        try (BufferedReader lines = lines(answer)) {
            do {
                events.add(next(lines));
                if (events.getLast().name().equals("statement")) {
                    seen.countDown();
                }
            } while (!events.getLast().name().equals("summary"));
        }
        List<String> names = events.stream()
                .map(Event::name)
                .filter(name -> !name.equals("reading"))
                .toList();
        assertThat(names).containsExactly("begun", "coverage", "writing", "statement", "repairing", "summary");
        Event statement = events.stream()
                .filter(event -> event.name().equals("statement"))
                .findFirst()
                .orElseThrow();
        assertThat(statement.data().path("statement").path("text").asText()).isEqualTo("Sex female.");
        assertThat(statement.data().path("facts")).isNotEmpty();
        JsonNode summary = events.getLast().data();
        assertThat(summary.path("composedBy").asText()).isEqualTo("model");
        assertThat(summary.path("textHash").asText()).hasSize(64);
        assertThat(summary.path("withheld").toString()).contains("Sex male.");
    }

    @Test
    void whenTheBrowserGoesAndDoesNotComeBackTheModelIsHungUpOn() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        behaviour = (number, speaking) -> {
            try {
                while (hungUp.getCount() > 0) {
                    speaking.part(" ");
                    hungUp.await(20, TimeUnit.MILLISECONDS);
                }
            } catch (IOException closed) {
                hungUp.countDown();
                throw closed;
            }
        };
        HttpResponse<InputStream> answer = stream("{}");
        BufferedReader lines = lines(answer);
        Event event = next(lines);
        while (!event.name().equals("writing")) {
            event = next(lines);
        }
        client.shutdownNow();
        assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void case61AConnectionCutWhileTheModelWritesIsTakenUpBehindTheLastEvent() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        behaviour = (number, speaking) -> {
            speaking.line(sex());
            if (cut.await(30, TimeUnit.SECONDS)) {
                speaking.line(sex().replace("one-liner", "active-problems")).end();
            }
        };
        Open open = open();
        Event last;
        try (BufferedReader lines = lines(stream(open, "{}"))) {
            do {
                last = next(lines);
            } while (!last.name().equals("statement"));
        }
        cut.countDown();
        List<Event> rest = new ArrayList<>();
        try (BufferedReader lines = lines(stream(open, "{}", "Last-Event-ID", last.id()))) {
            do {
                rest.add(next(lines));
            } while (!rest.getLast().name().equals("summary"));
        }
        assertThat(rest).extracting(Event::name).containsExactly("statement", "summary");
        assertThat(rest.getFirst().data().path("section").asText()).isEqualTo("active-problems");
        assertThat(rest.getLast().data().path("sections")).hasSize(2);
        try (BufferedReader lines = lines(stream(open(), "{}", "Last-Event-ID", last.id()))) {
            Event gone = next(lines);
            assertThat(gone.name()).isEqualTo("failed");
            assertThat(gone.data().path("code").asText()).isEqualTo("stream-gone");
        }
    }

    @Test
    void whoCancelsHangsUpOnTheModelAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        behaviour = (number, speaking) -> {
            try {
                asked.countDown();
                while (hungUp.getCount() > 0) {
                    speaking.part(" ");
                    hungUp.await(20, TimeUnit.MILLISECONDS);
                }
            } catch (IOException closed) {
                hungUp.countDown();
                throw closed;
            }
        };
        Open open = open();
        try (BufferedReader lines = lines(stream(open, "{}"))) {
            Event event = next(lines);
            String id = event.id();
            while (!event.name().equals("writing")) {
                event = next(lines);
            }
            // A model that is not asked yet would not be asked at all.
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            HttpResponse<String> answer = browser.post(
                    open.page() + "api/summary/stream/cancel",
                    "{}",
                    "X-Launch-Token",
                    open.token(),
                    "Origin",
                    server.origin(),
                    "Last-Event-ID",
                    id);
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatCannotBeReadIsSaidInTheStreamWithItsStatus() throws Exception {
        try (BufferedReader lines = lines(stream("{\"kind\":\"novel\"}"))) {
            assertThat(next(lines).name()).isEqualTo("begun");
            Event event = next(lines);
            assertThat(event.name()).isEqualTo("failed");
            assertThat(event.data().path("status").asInt()).isEqualTo(400);
            assertThat(event.data().path("code").asText()).isEqualTo("request-unreadable");
        }
    }

    @Test
    void anotherOriginGetsNoStream() throws Exception {
        Open open = open();
        HttpResponse<String> answer = browser.post(
                open.page() + "api/summary/stream",
                "{}",
                "X-Launch-Token",
                open.token(),
                "Origin",
                "https://evil.example");
        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
