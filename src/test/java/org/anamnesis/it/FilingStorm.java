package org.anamnesis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.anamnesis.it.Exchange.Answer;
import org.anamnesis.web.WildFly;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Parameters;

/**
 * Many signed documents while everything goes wrong: the EHR drops connections after it has committed, ignores
 * {@code If-None-Exist} and answers 429 and 500, nodes are killed at each step of a filing while the EHR goes on, the database
 * cuts its connections. At the end each document is in the EHR once.
 */
final class FilingStorm implements AutoCloseable {

    /** Short charts: what is measured is filing. */
    private static final List<String> PATIENTS =
            List.of("c3-abara", "c3-bergstrom", "c3-delacroix", "c3-eriksen", "c3-fofanah", "c3-gallo", "c3-hussein");

    private static final String RULES =
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"model\",\"valueCode\":\"rules\"}]}";
    private static final String KEYS = "storm:" + "A".repeat(43) + "=";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(2);
    private static final Duration HELD = Duration.ofSeconds(3);
    private static final int THREADS = 6;
    private static final int COMPOSERS = 3;

    /** What a node is waiting for when it dies: nothing is sent yet, sent, read back, and the same of the Provenance. */
    private static final List<String> STEPS = List.of(
            "\"type\":\"DocumentReference\",\"interaction\":\"create\"",
            "\"type\":\"Provenance\",\"interaction\":\"create\"",
            "\"type\":\"DocumentReference\",\"interaction\":\"search\"",
            "\"type\":\"DocumentReference\",\"interaction\":\"read\"",
            "\"type\":\"Provenance\",\"interaction\":\"search\"");

    private static final int ROUNDS = Integer.getInteger("filing.rounds", 1);

    private final Map<String, String> environment;
    private final Runnable cutDatabase;
    private final Path directory;
    private final Ehr ehr = new Ehr();
    private final AtomicInteger starts = new AtomicInteger();
    private final List<WildFly> nodes = new ArrayList<>();
    private final Bedside bedside = new Bedside("dr-okafor");
    private final Map<String, Held> tokens = new TreeMap<>();

    /**
     * @param directory for the nodes' files
     * @param environment where the database is
     * @param cutDatabase ends every connection to it
     */
    FilingStorm(Path directory, Map<String, String> environment, Runnable cutDatabase) {
        this.directory = directory;
        this.environment = environment;
        this.cutDatabase = cutDatabase;
    }

    /** A draft and what its signer saw of it. */
    private record Signable(String id, String hash, String patient) {}

    /** A token for one patient and when it was got: a thousand documents take longer than a token lives. */
    private record Held(String token, Instant since) {}

    /**
     * What came of it.
     *
     * @param documents signed, and found once each in the EHR
     * @param kills of nodes
     * @param took from the first signature until the last was filed
     */
    record Figures(int documents, int nodes, int kills, Duration took) {

        double perSecond() {
            return documents * 1000.0 / Math.max(1, took.toMillis());
        }
    }

    /** Runs it with so many documents on so many nodes; with faults and deaths, or undisturbed for its speed. */
    Figures run(int documents, int count, boolean disturbed) throws Exception {
        ehr.faults();
        for (int node = 0; node < count; node++) {
            nodes.add(start());
        }
        List<Signable> drafts = compose(documents);
        if (disturbed) {
            ehr.faults(storm(documents));
        }
        Instant begun = Instant.now();
        int kills = 0;
        int each = Math.max(1, documents / ROUNDS);
        for (int from = 0; from < documents; from += each) {
            List<Signable> part = drafts.subList(from, Math.min(documents, from + each));
            if (!disturbed) {
                sign(part);
                continue;
            }
            try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
                List<Signable> half = part.subList(0, part.size() / 2 + 1);
                hold(STEPS.get(kills % STEPS.size()), Math.min(THREADS, half.size()));
                Future<?> signing = beside.submit(() -> sign(half));
                awaitHeld();
                killOne();
                kills++;
                signing.get();
            }
            cutDatabase.run();
            sign(part);
        }
        // What a signer was not told of, the signer asks for again.
        awaitFiled(drafts);
        Duration took = Duration.between(begun, Instant.now());
        ehr.faults();
        drafts.forEach(this::assertOnce);
        return new Figures(documents, count, kills, took);
    }

    /** Has the EHR hold so many requests of a filing for a while, then do what they ask: whom it concerns may be dead. */
    private void hold(String step, int requests) {
        ehr.fault("{\"kind\":\"delay\",\"delayMs\":" + HELD.toMillis() + "," + step + ",\"times\":" + requests + "}");
    }

    /** Each is held now; a fault that has struck as often as it should is gone. */
    private void awaitHeld() throws InterruptedException {
        await("a node is where it is to die", () -> !ehr.hasFault("delay"));
    }

    private interface Condition {
        boolean isMet() throws InterruptedException;
    }

    /** Asks until it is so. */
    private static void await(String what, Condition condition) throws InterruptedException {
        Instant until = Instant.now().plus(LONGEST);
        while (!condition.isMet()) {
            assertThat(Instant.now()).as(what).isBefore(until);
            Thread.sleep(POLL);
        }
    }

    private static String[] storm(int documents) {
        String on = "\"type\":\"DocumentReference\",\"interaction\":";
        int some = Math.max(3, documents / 6);
        return new String[] {
            "{\"kind\":\"ignore-if-none-exist\"}",
            "{\"kind\":\"drop-connection\"," + on + "\"create\",\"times\":" + some + "}",
            "{\"kind\":\"status\",\"status\":429," + on + "\"create\",\"times\":" + some + "}",
            "{\"kind\":\"status\",\"status\":500," + on + "\"search\",\"times\":" + some + "}",
            "{\"kind\":\"status\",\"status\":503," + on + "\"read\",\"times\":" + some + "}",
            "{\"kind\":\"drop-connection\",\"type\":\"Provenance\",\"interaction\":\"create\",\"times\":" + some + "}"
        };
    }

    private List<Signable> compose(int documents) throws Exception {
        List<Future<Signable>> drafts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(COMPOSERS)) {
            for (int number = 0; number < documents; number++) {
                String patient = PATIENTS.get(number % PATIENTS.size());
                drafts.add(threads.submit(() -> draft(patient)));
            }
        }
        List<Signable> done = new ArrayList<>();
        for (Future<Signable> draft : drafts) {
            done.add(draft.get());
        }
        return done;
    }

    private Signable draft(String patient) {
        Answer answer = facade(0).summarizing(patient, token(patient), RULES);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Summary summary = new Summary(answer.resource(Parameters.class));
        return new Signable(summary.draft(), summary.hash(), patient);
    }

    private synchronized String token(String patient) {
        Held held = tokens.get(patient);
        if (held == null || held.since().plus(RENEWED_AFTER).isBefore(Instant.now())) {
            held = new Held(bedside.token(patient), Instant.now());
            tokens.put(patient, held);
        }
        return held.token();
    }

    private void sign(List<Signable> drafts) {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int number = 0; number < drafts.size(); number++) {
                Signable draft = drafts.get(number);
                int node = number;
                threads.submit(() ->
                        ask(node, facade -> facade.sign(draft.id(), token(draft.patient()), draft.hash())));
            }
        }
    }

    private interface Question {
        Answer put(Facade facade);
    }

    /** A node that dies meanwhile gives no answer. */
    private Optional<Answer> ask(int node, Question question) {
        try {
            return Optional.of(question.put(facade(node)));
        } catch (RuntimeException died) {
            return Optional.empty();
        }
    }

    private void awaitFiled(List<Signable> drafts) throws InterruptedException {
        List<Signable> waiting = new ArrayList<>(drafts);
        await("all are filed", () -> {
            List<Signable> unsigned = new ArrayList<>();
            waiting.removeIf(draft -> {
                String state = state(draft);
                if (state.equals("drafted") || state.equals("refused") || state.equals("needs-person")) {
                    unsigned.add(draft);
                }
                return state.equals("filed");
            });
            sign(unsigned);
            return waiting.isEmpty();
        });
    }

    private String state(Signable draft) {
        return ask(
                        0,
                        facade -> facade.get(
                                "DocumentReference/" + draft.id() + "/$filing-status",
                                "Authorization",
                                "Bearer " + token(draft.patient())))
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.resource(Parameters.class)
                        .getParameter("state")
                        .getValue()
                        .primitiveValue())
                .orElse("unknown");
    }

    private void assertOnce(Signable draft) {
        List<DocumentReference> found =
                ehr
                        .search("DocumentReference?identifier=urn:ietf:rfc:3986%7Curn:uuid:" + draft.id())
                        .getEntry()
                        .stream()
                        .map(entry -> (DocumentReference) entry.getResource())
                        .toList();
        assertThat(found).as(draft.id()).hasSize(1);
        assertThat(ehr.search("Provenance?target=DocumentReference/"
                                + found.getFirst().getIdElement().getIdPart())
                        .getEntry())
                .as("Provenance of " + draft.id())
                .hasSize(1);
    }

    private Facade facade(int node) {
        synchronized (nodes) {
            return new Facade(URI.create(nodes.get(node % nodes.size()).origin()));
        }
    }

    private void killOne() throws IOException {
        WildFly victim;
        synchronized (nodes) {
            victim = nodes.getFirst();
        }
        victim.kill();
        WildFly next = start();
        synchronized (nodes) {
            nodes.remove(victim);
            nodes.add(next);
        }
    }

    private WildFly start() throws IOException {
        Map<String, String> settings = new TreeMap<>(Servers.settings());
        settings.keySet().removeIf(key -> key.startsWith("jboss."));
        settings.put("anamnesis.data-keys", KEYS);
        settings.put("anamnesis.filing.first-pause", "PT1S");
        settings.put("anamnesis.filing.longest-pause", "PT4S");
        settings.put("anamnesis.filing.settle", "PT4S");
        settings.put("anamnesis.filing.grace", "PT2S");
        return new WildFly(
                Path.of(System.getProperty("jboss.home")),
                directory.resolve("node-" + starts.incrementAndGet()),
                settings,
                environment);
    }

    @Override
    public void close() {
        ehr.faults();
        bedside.close();
        nodes.forEach(WildFly::close);
    }
}
