package org.anamnesis.ward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.anamnesis.fetch.EhrAccess;

/** An EHR on the loopback with a ward: patients, what is recorded of them, a Group, places and encounters at them. */
public final class WardEhr implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SILENT = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, List<String>> charts = new ConcurrentHashMap<>();
    private final List<String> members = new CopyOnWriteArrayList<>();
    private final List<String> others = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();
    private String capability = "";

    /** Every request: method, path and query. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    public WardEhr() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/fhir", this::handle);
        server.start();
    }

    public EhrAccess access() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir");
        return new EhrAccess(base, () -> "token");
    }

    /** A member of the Group. */
    public WardEhr member(String id, String... resources) {
        charts.put(id, new CopyOnWriteArrayList<>(resources));
        members.add(id);
        return this;
    }

    /** More is recorded of a patient. */
    public WardEhr recorded(String id, String... resources) {
        charts.get(id).addAll(List.of(resources));
        return this;
    }

    /** A resource that is of no patient, or is found by other means. */
    public WardEhr with(String resource) {
        others.add(resource);
        return this;
    }

    /** All requests for a patient, or of a kind, end with this status from now on; 0 ends the trouble. */
    public WardEhr trouble(String patientOrType, int status) {
        troubles.put(patientOrType, status);
        return this;
    }

    /** Requests for a patient are taken and never answered. */
    public WardEhr silentOn(String patient) {
        return trouble(patient, SILENT);
    }

    public WardEhr saysItCan(String rest) {
        capability = rest;
        return this;
    }

    /** One vital sign in UCUM units. */
    public static String vital(String id, String loinc, String value, String unit, String time) {
        return observation(
                id,
                loinc,
                time,
                "\"valueQuantity\":{\"value\":" + value + ",\"unit\":\"" + unit + "\",\"code\":\"" + unit
                        + "\",\"system\":\"http://unitsofmeasure.org\"}");
    }

    /** A whole set for NEWS2, all usual but for the respiratory rate. */
    public static String[] set(String id, String rate, String time) {
        List<String> set = new ArrayList<>(List.of(
                vital(id + "-rr", "9279-1", rate, "/min", time),
                vital(id + "-spo2", "59408-5", "97", "%", time),
                vital(id + "-sbp", "8480-6", "124", "mm[Hg]", time),
                vital(id + "-hr", "8867-4", "76", "/min", time),
                vital(id + "-temp", "8310-5", "36.8", "Cel", time),
                observation(id + "-acvpu", "80288-4", time, "\"valueString\":\"Alert\""),
                observation(
                        id + "-o2",
                        "3151-8",
                        time,
                        "\"valueQuantity\":{\"value\":0,\"unit\":\"L/min\","
                                + "\"code\":\"L/min\",\"system\":\"http://unitsofmeasure.org\"}")));
        return set.toArray(String[]::new);
    }

    private static String observation(String id, String loinc, String time, String value) {
        return "{\"resourceType\":\"Observation\",\"id\":\"" + id + "\",\"status\":\"final\","
                + "\"category\":[{\"coding\":[{\"code\":\"vital-signs\"}]}],"
                + "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"" + loinc + "\"}],\"text\":\""
                + loinc + "\"},\"effectiveDateTime\":\"" + time + "\"," + value + "}";
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        URI uri = exchange.getRequestURI();
        String path = uri.getPath().replaceFirst("^/fhir/?", "");
        requests.add(exchange.getRequestMethod() + " " + path + (uri.getQuery() == null ? "" : "?" + uri.getQuery()));
        String about = path + "?" + uri.getQuery() + body;
        int status = troubles.entrySet().stream()
                .filter(trouble -> trouble.getValue() != 0 && about.contains(trouble.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(200);
        if (status == SILENT) {
            await();
        }
        String answer = status != 200 ? "{\"resourceType\":\"OperationOutcome\"}" : answer(path, uri.getQuery(), body);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(answer.isEmpty() ? 404 : status, answer.isEmpty() ? -1 : bytes.length);
        if (!answer.isEmpty()) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void await() {
        try {
            closed.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private String answer(String path, String query, String body) throws IOException {
        if (path.equals("metadata")) {
            return "{\"resourceType\":\"CapabilityStatement\",\"status\":\"active\",\"kind\":\"instance\","
                    + "\"fhirVersion\":\"4.0.1\",\"date\":\"2024-01-01\",\"rest\":[{\"mode\":\"server\"" + capability
                    + "}]}";
        }
        if (path.isEmpty()) {
            List<String> entries = new ArrayList<>();
            for (JsonNode entry : JSON.readTree(body).path("entry")) {
                String[] url = entry.path("request").path("url").asText().split("\\?", 2);
                entries.add("{\"resource\":" + search(url[0], url[1]) + ",\"response\":{\"status\":\"200 OK\"}}");
            }
            return "{\"resourceType\":\"Bundle\",\"type\":\"batch-response\",\"entry\":[" + String.join(",", entries)
                    + "]}";
        }
        String[] parts = path.split("/", 2);
        return parts.length == 2 ? read(parts[0], parts[1]) : search(path, query);
    }

    private String read(String type, String id) {
        if (type.equals("Patient")) {
            return charts.containsKey(id)
                    ? "{\"resourceType\":\"Patient\",\"id\":\"" + id
                            + "\",\"gender\":\"female\",\"birthDate\":\"1960-05-05\","
                            + "\"name\":[{\"given\":[\"Test\"],\"family\":\"" + id + "\"}]}"
                    : "";
        }
        if (type.equals("Group") && id.equals("ward")) {
            String entities = members.stream()
                    .map(member -> "{\"entity\":{\"reference\":\"Patient/" + member + "\"}}")
                    .collect(Collectors.joining(","));
            return "{\"resourceType\":\"Group\",\"id\":\"ward\",\"type\":\"person\",\"actual\":true,\"name\":\"Ward 7\","
                    + "\"member\":[" + entities + "]}";
        }
        return others.stream()
                .filter(resource -> isOf(resource, type) && resource.contains("\"id\":\"" + id + "\""))
                .findFirst()
                .orElse("");
    }

    private String search(String type, String query) {
        Map<String, String> asked = new ConcurrentHashMap<>();
        for (String parameter : query.split("&")) {
            asked.put(parameter.split("=", 2)[0], parameter.split("=", 2)[1].replace("%2C", ","));
        }
        List<String> found = asked.containsKey("patient")
                ? charts.getOrDefault(asked.get("patient"), List.of()).stream()
                        .filter(resource -> isOf(resource, type))
                        .map(resource -> owned(resource, asked.get("patient")))
                        .toList()
                : others.stream()
                        .filter(resource -> isOf(resource, type))
                        .filter(resource -> names(resource, asked))
                        .toList();
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":" + found.size() + ",\"entry\":["
                + found.stream().map(one -> "{\"resource\":" + one + "}").collect(Collectors.joining(",")) + "]}";
    }

    private static boolean names(String resource, Map<String, String> asked) {
        String places = asked.getOrDefault("partof", asked.getOrDefault("location", ""));
        return List.of(places.split(",")).stream()
                .anyMatch(place -> resource.contains((asked.containsKey("partof")
                                ? "\"partOf\":{\"reference\":\"Location/"
                                : "\"reference\":\"Location/")
                        + place + "\""));
    }

    private static String owned(String resource, String patient) {
        return resource.substring(0, resource.length() - 1) + ",\"subject\":{\"reference\":\"Patient/" + patient
                + "\"}}";
    }

    private static boolean isOf(String resource, String type) {
        return resource.startsWith("{\"resourceType\":\"" + type + "\"");
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
