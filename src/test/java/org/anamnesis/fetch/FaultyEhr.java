package org.anamnesis.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An EHR on the loopback that answers FHIR searches: an empty Bundle, unless a test has put an answer or a fault in the
 * place of one.
 */
final class FaultyEhr implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Every request: path and query. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    final List<String> tokens = new CopyOnWriteArrayList<>();

    /** The content codings that each request accepts. */
    final List<String> encodings = new CopyOnWriteArrayList<>();

    /** The media types that each request accepts. */
    final List<String> accepted = new CopyOnWriteArrayList<>();

    /** Answers one request. */
    interface Fault {
        void answer(HttpExchange exchange) throws IOException;
    }

    FaultyEhr() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        answers("", FaultyEhr::emptyBatch);
        answers("metadata", json(capability("")));
        answers("Patient", json("{\"resourceType\":\"Patient\",\"id\":\"p1\",\"gender\":\"female\"}"));
    }

    URI base() {
        return URI.create(origin() + "/fhir");
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Puts an answer in the place of all requests for a resource type. */
    FaultyEhr answers(String type, Fault fault) {
        faults.put(type, fault);
        return this;
    }

    long requestsFor(String type) {
        return requests.stream()
                .filter(request -> request.startsWith("/fhir/" + type))
                .count();
    }

    /** What an EHR says it can, where it says anything. */
    static String capability(String rest) {
        return "{\"resourceType\":\"CapabilityStatement\",\"status\":\"active\",\"kind\":\"instance\","
                + "\"fhirVersion\":\"4.0.1\",\"date\":\"2024-01-01\",\"rest\":[{\"mode\":\"server\"" + rest + "}]}";
    }

    static Fault json(String body) {
        return exchange -> send(exchange, 200, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing recorded, for each entry of a batch. */
    private static void emptyBatch(HttpExchange exchange) throws IOException {
        String batch = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String entries = Pattern.compile("\"method\"")
                .matcher(batch)
                .results()
                .map(entry -> batchEntry("200 OK", "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}"))
                .collect(Collectors.joining(","));
        json(batchResponse(entries)).answer(exchange);
    }

    static String batchResponse(String entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"batch-response\",\"entry\":[" + entries + "]}";
    }

    static String batchEntry(String status, String resource) {
        return "{\"resource\":" + resource + ",\"response\":{\"status\":\"" + status + "\"}}";
    }

    static Fault status(int status) {
        return exchange ->
                send(exchange, status, "{\"resourceType\":\"OperationOutcome\"}".getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the request and stays silent until the EHR is closed. */
    Fault silence() {
        return exchange -> {
            try {
                closed.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    /** Cuts the connection in the middle of the answer. */
    static Fault drop() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write("{\"resourceType\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("dropped");
        };
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json;charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** A page of conditions of this patient, numbered from one number to before another. */
    static String conditions(String patient, int from, int to, String more) {
        return IntStream.range(from, to)
                .mapToObj(number -> entry(condition(patient, number)))
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"," + more + "\"entry\":[", "]}"));
    }

    static String condition(String patient, int number) {
        return """
                {"resourceType":"Condition","id":"c%d","code":{"text":"Problem %d"},\
                "subject":{"reference":"%s"},"recordedDate":"2024-01-01"}""".formatted(number, number, patient);
    }

    static String entry(String resource) {
        return "{\"resource\":" + resource + ",\"search\":{\"mode\":\"match\"}}";
    }

    static String bundle(String more, String... resources) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"," + more + "\"entry\":["
                + Arrays.stream(resources).map(FaultyEhr::entry).collect(Collectors.joining(",")) + "]}";
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        encodings.add(String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding")));
        accepted.add(String.join(",", exchange.getRequestHeaders().getOrDefault("Accept", List.of())));
        String path = exchange.getRequestURI().getPath().replaceFirst("^/fhir/?", "");
        String type = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        faults.getOrDefault(type, json("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}"))
                .answer(exchange);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
