package org.anamnesis.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * What {@code deploy/streams} runs: the time from a model's token to the browser, then many summaries at once on one server in
 * bounded heap. Fails where a stream is not whole, or told what is another's.
 */
public final class Streams {

    private static final int HEAP_MEGABYTES = 600;

    /** So many charts are opened and read at once; it is the streams that are to be many. */
    private static final int READING = 6;

    private static final int CUT_EVERY = 10;

    /** A slow model's: forty of them a second. */
    private static final Duration BETWEEN_TOKENS = Duration.ofMillis(25);

    private static final Duration LONGEST_OPENING = Duration.ofMinutes(8);

    private Streams() {}

    /** Arguments: the server, the sandbox's directory, a directory for what is made on the way, how many streams, and then how many again. */
    public static void main(String[] arguments) throws Exception {
        // Before the class that reads it is loaded: without it the stand-in holds tokens back for a packet to fill.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path scratch = Files.createDirectories(Path.of(arguments[2]));
        List<Integer> counts =
                Arrays.stream(arguments).skip(3).map(Integer::valueOf).toList();
        boolean whole = true;
        try (StreamingProduct product = new StreamingProduct(
                Path.of(arguments[0]), Path.of(arguments[1]), scratch, HEAP_MEGABYTES, Collections.max(counts))) {
            List<String> patients = product.patients();
            Map<String, List<String>> expected = teach(product, patients);
            System.out.println(TokenToWire.measure(product, patients).words());
            for (int count : counts) {
                whole &= together(product, scratch, count, patients, expected);
            }
        }
        System.exit(whole ? 0 : 1);
    }

    /** What rules write of each chart is what the model is to write; gives the statements for each patient. */
    private static Map<String, List<String>> teach(StreamingProduct product, List<String> patients)
            throws IOException, InterruptedException {
        Map<String, List<String>> expected = new HashMap<>();
        for (String patient : patients) {
            List<SlowModel.Said> statements =
                    OneStream.statements(product.open(patient).summary());
            product.model.teach(statements);
            expected.put(patient, statements.stream().map(SlowModel.Said::said).toList());
        }
        return expected;
    }

    private static boolean together(
            StreamingProduct product,
            Path scratch,
            int count,
            List<String> patients,
            Map<String, List<String>> expected)
            throws IOException, InterruptedException {
        ServerState before = ServerState.of(product.server.java());
        product.model.write(BETWEEN_TOKENS, count);
        List<Future<OneStream>> running = new ArrayList<>();
        Semaphore places = new Semaphore(READING);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < count; number++) {
                String patient = patients.get(number % patients.size());
                boolean cut = number % CUT_EVERY == 0;
                running.add(threads.submit(() -> one(product, patient, places, cut)));
            }
            boolean all = product.model.awaitAll(LONGEST_OPENING);
            double opened = (System.nanoTime() - begin) / 1e9;
            ServerState during = ServerState.of(product.server.java());
            System.out.printf(
                    Locale.ROOT,
                    "%s %d streams open after %.0f s; heap in use after a full collection, MB: %d before, %d with all of them; "
                            + "threads: %d before, %d then, %d at most%n",
                    all ? "all" : "NOT all",
                    count,
                    opened,
                    before.usedMegabytes(),
                    during.usedMegabytes(),
                    before.threads(),
                    during.threads(),
                    during.mostThreads());
            product.model.release();
            boolean whole = all & verified(running, patients, expected);
            System.out.printf(
                    "most in use after any collection, of %d MB: %d%n",
                    HEAP_MEGABYTES, ServerState.mostAfterCollections(scratch.resolve("gc.log")));
            return whole;
        }
    }

    private static OneStream one(StreamingProduct product, String patient, Semaphore places, boolean cut)
            throws IOException, InterruptedException {
        places.acquire();
        boolean[] held = {true};
        Runnable read = () -> {
            if (held[0]) {
                held[0] = false;
                places.release();
            }
        };
        try {
            OpenChart chart = product.open(patient);
            return cut ? OneStream.cut(chart, read, 1) : OneStream.of(chart, read);
        } finally {
            read.run();
        }
    }

    private static boolean verified(
            List<Future<OneStream>> running, List<String> patients, Map<String, List<String>> expected)
            throws InterruptedException {
        List<Double> fromAsking = new ArrayList<>();
        List<Double> fromChart = new ArrayList<>();
        Map<String, Integer> faults = new HashMap<>();
        for (int number = 0; number < running.size(); number++) {
            try {
                OneStream stream = running.get(number).get();
                stream.faults.forEach(fault -> faults.merge(fault, 1, Integer::sum));
                List<String> wanted = expected.get(patients.get(number % patients.size()));
                if (!List.copyOf(stream.told.keySet())
                        .equals(wanted.stream().distinct().toList())) {
                    faults.merge("told other statements than its chart's", 1, Integer::sum);
                }
                if (!stream.whole.equals(wanted)) {
                    faults.merge("has other statements in the whole", 1, Integer::sum);
                }
                fromAsking.add(stream.toFirst(stream.asked));
                fromChart.add(stream.toFirst(stream.chartRead));
            } catch (ExecutionException broken) {
                faults.merge(String.valueOf(broken.getCause()), 1, Integer::sum);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d streams ended; first statement, p95 in ms: %.0f after it was asked for, %.0f after the chart was read; "
                        + "%d of them cut once and taken up again; faults: %s%n",
                running.size(),
                p95(fromAsking),
                p95(fromChart),
                (running.size() + CUT_EVERY - 1) / CUT_EVERY,
                faults.isEmpty() ? "none" : faults);
        return faults.isEmpty();
    }

    private static double p95(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
