package org.anamnesis.filing;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * An EHR over real HTTP that keeps what it is sent, and answers a create of a document as a test says: what it does to the
 * document and what it says are two things.
 */
final class PretendedEhr implements AutoCloseable {

    /**
     * What happens to one create of a document.
     *
     * @param keeps whether it is kept
     * @param status that is answered; 0 drops the connection
     * @param headers of the answer, {@code {id}} for the id
     * @param body of the answer
     */
    record Turn(boolean keeps, int status, Map<String, String> headers, String body) {

        static Turn of(boolean keeps, int status) {
            return new Turn(
                    keeps, status, status < 300 && keeps ? Map.of("Location", "DocumentReference/{id}") : Map.of(), "");
        }
    }

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    /** A path of its own for each: what was remembered of one is not taken for another's on the same port. */
    private static final AtomicInteger EHRS = new AtomicInteger();

    private final HttpServer server;
    private final String path = "/fhir" + EHRS.incrementAndGet();
    private final CapabilityStatement statement = new CapabilityStatement();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Resource> kept = new ConcurrentSkipListMap<>();
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String unheeded = "";
    private volatile boolean heedsConditions = true;
    private volatile boolean keepsIdentifiers = true;
    private volatile boolean altersText;
    private volatile boolean dropsTheRest;
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private volatile Runnable afterCreate = () -> {};

    PretendedEhr() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        statement.addRest().addInteraction().setCode(CapabilityStatement.SystemRestfulInteraction.TRANSACTION);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Says of a type what can be done with it, and by what it can be searched. */
    PretendedEhr saying(String type, List<TypeRestfulInteraction> interactions, String... parameters) {
        var said = statement.getRestFirstRep().addResource().setType(type);
        interactions.forEach(each -> said.addInteraction().setCode(each));
        for (String name : parameters) {
            said.addSearchParam().setName(name);
        }
        return this;
    }

    PretendedEhr ignoringConditions() {
        heedsConditions = false;
        return this;
    }

    PretendedEhr droppingIdentifiers() {
        keepsIdentifiers = false;
        return this;
    }

    /** Answers everything that is asked of a type with this status, alone or in a transaction, and keeps none. */
    PretendedEhr refusing(String type, int status) {
        refused.put(type, status);
        return this;
    }

    /** Answers searches of a type with all there are. */
    PretendedEhr notHeedingSearchesOf(String type) {
        unheeded = type;
        return this;
    }

    /** Has these already. */
    void holds(Resource... resources) {
        for (Resource resource : resources) {
            keep(resource.fhirType(), String.valueOf(ids.incrementAndGet()), json(resource));
        }
    }

    /** Keeps documents without their label, status, visit, authors and what they replace. */
    PretendedEhr droppingWhatItDoesNotKnow() {
        dropsTheRest = true;
        return this;
    }

    PretendedEhr alteringText() {
        altersText = true;
        return this;
    }

    /** What happens to the next creates of documents; after them each is kept and answered with 201. */
    synchronized void next(Turn... planned) {
        turns.addAll(List.of(planned));
    }

    /** Runs when a document was kept, before it is answered. */
    void afterCreate(Runnable run) {
        afterCreate = run;
    }

    List<DocumentReference> documents() {
        return kept.values().stream()
                .filter(DocumentReference.class::isInstance)
                .map(DocumentReference.class::cast)
                .toList();
    }

    List<Resource> kept(String type) {
        return kept.values().stream().filter(one -> one.fhirType().equals(type)).toList();
    }

    /** {@code POST DocumentReference} and the like, in order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI()
                .getPath()
                .replaceFirst("^" + this.path + "/", "")
                .split("/");
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + path[0]);
        if (refused.containsKey(path[0])) {
            send(exchange, refused.get(path[0]), "");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                String text = new String(body, StandardCharsets.UTF_8);
                if (text.contains("\"transaction\"")) {
                    transact(exchange, text);
                } else {
                    create(exchange, path[0], text);
                }
            }
            case "PUT" -> update(exchange, path[0] + "/" + path[1], new String(body, StandardCharsets.UTF_8));
            default -> {
                if (path[0].equals("metadata")) {
                    send(exchange, 200, json(statement));
                } else if (path.length > 1) {
                    Resource found = kept.get(path[0] + "/" + path[1]);
                    send(exchange, found == null ? 404 : 200, found == null ? "" : json(found));
                } else {
                    send(
                            exchange,
                            200,
                            json(search(path[0], exchange.getRequestURI().getRawQuery())));
                }
            }
        }
    }

    private synchronized void create(HttpExchange exchange, String type, String body) throws IOException {
        String condition = exchange.getRequestHeaders().getFirst("If-None-Exist");
        if (heedsConditions && condition != null) {
            List<Resource> found = search(type, condition.substring(condition.indexOf('?') + 1)).getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .toList();
            if (!found.isEmpty()) {
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                base() + "/" + found.getFirst().getIdElement().toUnqualified());
                send(exchange, 200, "");
                return;
            }
        }
        Turn turn = type.equals("DocumentReference") && !turns.isEmpty() ? turns.poll() : Turn.of(true, 201);
        String id = String.valueOf(ids.incrementAndGet());
        if (turn.keeps()) {
            keep(type, id, body);
        }
        if (type.equals("DocumentReference")) {
            afterCreate.run();
        }
        if (turn.status() == 0) {
            exchange.close();
            return;
        }
        Map<String, String> headers =
                type.equals("DocumentReference") && turn.headers().isEmpty() && turn.keeps()
                        ? turn.headers()
                        : turn.headers().isEmpty() ? Map.of("Location", type + "/{id}") : turn.headers();
        headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value.replace("{id}", id)));
        send(exchange, turn.status(), turn.body());
    }

    /** All entries, or none where a document's turn does not keep it. */
    private synchronized void transact(HttpExchange exchange, String body) throws IOException {
        Turn turn = turns.isEmpty() ? Turn.of(true, 200) : turns.poll();
        Bundle answer = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        if (turn.keeps()) {
            Bundle asked = FHIR.newJsonParser().parseResource(Bundle.class, body);
            for (Bundle.BundleEntryComponent entry : asked.getEntry()) {
                Integer status = refused.get(entry.getResource().fhirType());
                if (status != null) {
                    send(exchange, status, "");
                    return;
                }
            }
            String text = body;
            Map<String, String> places = new HashMap<>();
            for (Bundle.BundleEntryComponent entry : asked.getEntry()) {
                String condition = entry.getRequest().getIfNoneExist();
                List<Bundle.BundleEntryComponent> found = condition == null
                        ? List.of()
                        : search(entry.getResource().fhirType(), condition).getEntry();
                if (found.size() > 1) {
                    send(exchange, 412, "");
                    return;
                }
                String place = found.isEmpty()
                        ? entry.getResource().fhirType() + "/" + ids.incrementAndGet()
                        : found.getFirst()
                                .getResource()
                                .getIdElement()
                                .toUnqualifiedVersionless()
                                .getValue();
                places.put(entry.getFullUrl(), found.isEmpty() ? place : "");
                text = text.replace("\"" + entry.getFullUrl() + "\"", "\"" + place + "\"");
                answer.addEntry().getResponse().setStatus("201").setLocation(place + "/_history/1");
            }
            Bundle resolved = FHIR.newJsonParser().parseResource(Bundle.class, text);
            for (int entry = 0; entry < resolved.getEntry().size(); entry++) {
                String place = places.get(asked.getEntry().get(entry).getFullUrl());
                if (!place.isEmpty()) {
                    Resource resource = resolved.getEntry().get(entry).getResource();
                    keep(resource.fhirType(), place.substring(place.indexOf('/') + 1), json(resource));
                }
            }
        }
        afterCreate.run();
        if (turn.status() == 0) {
            exchange.close();
            return;
        }
        send(
                exchange,
                turn.status() == 201 ? 200 : turn.status(),
                turn.keeps() && turn.status() < 300 ? json(answer) : turn.body());
    }

    private synchronized void update(HttpExchange exchange, String place, String body) throws IOException {
        String wanted = exchange.getRequestHeaders().getFirst("If-Match");
        String version = kept.get(place).getMeta().getVersionId();
        if (wanted == null || !wanted.equals("W/\"" + version + "\"")) {
            send(exchange, 412, "");
            return;
        }
        Resource resource = (Resource) FHIR.newJsonParser().parseResource(body);
        resource.getMeta().setVersionId(String.valueOf(Integer.parseInt(version) + 1));
        kept.put(place, resource);
        send(exchange, 200, "");
    }

    private void keep(String type, String id, String body) {
        Resource resource = (Resource) FHIR.newJsonParser().parseResource(body);
        resource.setId(new IdType(type, id));
        if (resource instanceof DocumentReference document) {
            if (!keepsIdentifiers) {
                document.getIdentifier().clear();
            }
            if (dropsTheRest) {
                document.getMeta().getSecurity().clear();
                document.setDocStatus(null).setContext(null).setAuthor(null).setRelatesTo(null);
            }
            if (altersText) {
                document.getContentFirstRep().getAttachment().setData("Other.".getBytes(StandardCharsets.UTF_8));
            }
        }
        resource.getMeta().setVersionId("1");
        kept.put(type + "/" + id, resource);
    }

    private Bundle search(String type, String rawQuery) {
        String query = URLDecoder.decode(rawQuery, StandardCharsets.UTF_8);
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        kept.values().stream()
                .filter(one -> one.fhirType().equals(type))
                .filter(one -> type.equals(unheeded) || heeds(one, query))
                .forEach(one -> bundle.addEntry().setResource(one));
        return bundle;
    }

    private static boolean heeds(Resource one, String query) {
        String json = json(one);
        for (String part : query.split("&")) {
            String value = part.substring(part.indexOf('=') + 1);
            String wanted = value.substring(value.indexOf('|') + 1);
            boolean ignored = part.startsWith("date=") || part.startsWith("_count=");
            if (!ignored && !json.contains(part.startsWith("patient=") ? "Patient/" + wanted : wanted)) {
                return false;
            }
        }
        return true;
    }

    private static String json(Resource resource) {
        return FHIR.newJsonParser().encodeResourceToString(resource);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
