package org.anamnesis.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.anamnesis.summary.AnsweringModel;

/**
 * A model that writes for each chart the statements that it was taught for it, at the pace of a model, and knows when it wrote
 * which. It knows a chart by its lines.
 */
final class SlowModel implements AutoCloseable {

    private static final Duration ALIVE = Duration.ofSeconds(2);
    private static final int PIECE_CHARACTERS = 24;

    private final AnsweringModel model = new AnsweringModel(this::answer);
    private final Map<Set<String>, List<Said>> taught = new ConcurrentHashMap<>();

    /** When a statement of a chart left with its last brace, in nanoseconds; only where one stream of the chart runs at a time. */
    final Map<String, Long> left = new ConcurrentHashMap<>();

    private volatile Set<String> lastChart = Set.of();
    private volatile boolean learns = true;
    private volatile Duration pause = Duration.ZERO;
    private volatile CountDownLatch together = new CountDownLatch(0);

    /**
     * A statement of a model.
     *
     * @param said its section and its text
     * @param json as the model writes it
     */
    record Said(String said, String json) {}

    URI base() {
        return model.base();
    }

    /** Until it was taught it declines, so that rules write. */
    void teach(List<Said> statements) {
        taught.put(lastChart, statements);
    }

    /** From now on it writes: after the first statement it waits for the others to come so far, and then between two pieces. */
    void write(Duration betweenPieces, int streams) {
        pause = betweenPieces;
        together = new CountDownLatch(streams);
        learns = false;
    }

    /** Waits until so many streams have their first statement; false where they did not come in time. */
    boolean awaitAll(Duration time) throws InterruptedException {
        return together.await(time.toSeconds(), TimeUnit.SECONDS);
    }

    /** Lets those go on that are there. */
    void release() {
        while (together.getCount() > 0) {
            together.countDown();
        }
    }

    private void answer(int number, AnsweringModel.Speaking speaking) throws Exception {
        Set<String> chart = chart(model.asked().get(number - 1));
        if (learns) {
            lastChart = chart;
            speaking.line("I cannot.").end();
            return;
        }
        CountDownLatch others = together;
        List<Said> statements = taught.get(taught.keySet().stream()
                .max(Comparator.comparingInt(known -> shared(known, chart)))
                .orElseThrow());
        for (int at = 0; at < statements.size(); at++) {
            say(statements.get(at), speaking);
            if (at == 0) {
                others.countDown();
                while (!others.await(ALIVE.toMillis(), TimeUnit.MILLISECONDS)) {
                    speaking.part(" ");
                }
            }
            // As with a model's tokens, the end of the line comes with the next one.
            Thread.sleep(pause);
            speaking.part("\n");
        }
        speaking.end();
    }

    private void say(Said statement, AnsweringModel.Speaking speaking) throws IOException, InterruptedException {
        String json = statement.json();
        for (int from = 0; from < json.length(); from += PIECE_CHARACTERS) {
            if (from > 0) {
                Thread.sleep(pause);
            }
            speaking.part(json.substring(from, Math.min(json.length(), from + PIECE_CHARACTERS)));
        }
        left.put(statement.said(), System.nanoTime());
    }

    private static Set<String> chart(String body) throws IOException {
        JsonNode messages = new ObjectMapper().readTree(body).path("messages");
        return messages.path(messages.size() - 1)
                .path("content")
                .asText()
                .lines()
                .collect(Collectors.toSet());
    }

    private static int shared(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both.size();
    }

    @Override
    public void close() {
        release();
        model.close();
    }
}
