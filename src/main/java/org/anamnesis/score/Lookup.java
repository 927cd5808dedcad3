package org.anamnesis.score;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the search for one input of a score gave: its newest value, or why there is none. */
public sealed interface Lookup<T> {

    /**
     * The newest value that can be taken.
     *
     * @param values all values of that very time; more than one where the chart has two that differ
     */
    record Found<T>(List<Measured<T>> values) implements Lookup<T> {

        public Found {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("what was found has a value");
            }
        }

        /** The value that counts: of two for the same time, the one with more points. */
        public Measured<T> worst(Comparator<? super T> byPoints) {
            return values.stream()
                    .max(Comparator.comparing(Measured::value, byPoints))
                    .orElseThrow();
        }

        /** The value that is named first. */
        public Measured<T> first() {
            return values.getFirst();
        }
    }

    /** There is no value to take. */
    record Absent<T>(Missing missing) implements Lookup<T> {}

    /** The value named first; empty where there is none. */
    default Optional<Measured<T>> value() {
        return switch (this) {
            case Found<T> found -> Optional.of(found.first());
            case Absent<T> ignored -> Optional.empty();
        };
    }

    /** The same finding as something else. */
    default <R> Lookup<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Found<T> found ->
                new Found<>(found.values().stream()
                        .<Measured<R>>map(value -> value.map(change))
                        .toList());
            case Absent<T> absent -> new Absent<>(absent.missing());
        };
    }

    static <T> Lookup<T> absent(String name, Missing.Why why) {
        return new Absent<>(new Missing(name, why));
    }
}
