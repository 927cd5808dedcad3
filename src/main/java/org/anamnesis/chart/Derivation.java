package org.anamnesis.chart;

import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Something that is worked out of a chart once and kept with it, since many ask for it: a chart never changes. For what is small
 * beside the chart.
 *
 * @param <T> what comes of it; nobody may change it
 */
public final class Derivation<T> {

    /** No more at once than there are processor cores: it is to be ready sooner, not to keep others waiting. */
    private static final Semaphore BESIDE = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final Function<Chart, T> how;

    private Derivation(Function<Chart, T> how) {
        this.how = how;
    }

    /** @param how a pure function; it may use other derivations, not itself */
    public static <T> Derivation<T> of(Function<Chart, T> how) {
        return new Derivation<>(how);
    }

    /** What comes of it for a chart; who comes while it is worked out waits for that. */
    public T from(Chart chart) {
        return chart.derived(this);
    }

    /**
     * Begins to work it out in a thread of its own, for somebody who will ask for it soon; where all are busy, it waits until it is
     * asked for. What goes wrong meets whoever asks.
     */
    public void ahead(Chart chart) {
        if (BESIDE.tryAcquire()) {
            Thread.ofPlatform().daemon().name("derivation").start(() -> {
                try {
                    chart.begin(this);
                } finally {
                    BESIDE.release();
                }
            });
        }
    }

    T work(Chart chart) {
        return how.apply(chart);
    }
}
