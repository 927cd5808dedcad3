package org.anamnesis.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.anamnesis.model.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The request that is being done on this thread: it is told the steps as they are taken, says when the caller does not want it any
 * more, and remembers parts that are done.
 */
public final class Running {

    /** The longest text of a step (FHIR Bulk Data, {@code X-Progress}: less than 100 characters). */
    static final int LONGEST_STEP = 99;

    private static final ThreadLocal<@Nullable Running> OF_THREAD = new ThreadLocal<>();

    private final Cancellation cancellation = new Cancellation();
    private final Map<String, String> parts;
    private final Consumer<Map<String, String>> keeping;
    private volatile String step = "waiting";

    /**
     * @param parts what an earlier try has done
     * @param keeping keeps all parts whenever one is added
     */
    Running(Map<String, String> parts, Consumer<Map<String, String>> keeping) {
        this.parts = new LinkedHashMap<>(parts);
        this.keeping = keeping;
    }

    /** The one of this thread; empty where the request is answered at once. */
    public static Optional<Running> current() {
        return Optional.ofNullable(OF_THREAD.get());
    }

    /** Tells the one of this thread a step, where there is one. */
    public static void say(String step) {
        current().ifPresent(running -> running.step(step));
    }

    /** What is being done now, in stable words and counts; never content of a chart. */
    public void step(String words) {
        step = words.length() > LONGEST_STEP ? words.substring(0, LONGEST_STEP) : words;
    }

    String step() {
        return step;
    }

    /** Ends the calls to a model when the caller gives up. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Whether nobody wants the answer any more. */
    public boolean isCancelled() {
        return cancellation.isCancelled();
    }

    /** A part that an earlier try, or this one, has done. */
    public Optional<String> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** Keeps a part that is done. */
    public void keepPart(String name, String value) {
        parts.put(name, value);
        keeping.accept(Map.copyOf(parts));
    }

    <T> T during(Callable<T> work) throws Exception {
        OF_THREAD.set(this);
        try {
            return work.call();
        } finally {
            OF_THREAD.remove();
        }
    }
}
