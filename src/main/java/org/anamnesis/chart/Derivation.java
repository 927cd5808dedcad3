package org.anamnesis.chart;

import java.util.function.Function;

/**
 * Something that is worked out of a chart once and kept with it, since many ask for it: a chart never changes. For what is small
 * beside the chart.
 *
 * @param <T> what comes of it; nobody may change it
 */
public final class Derivation<T> {

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

    T work(Chart chart) {
        return how.apply(chart);
    }
}
