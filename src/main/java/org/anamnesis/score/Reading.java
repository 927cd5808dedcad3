package org.anamnesis.score;

import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.chart.ClinicalTime;

/** What stands in one place of a chart, read as the value of an input: taken, or refused with the reason. */
sealed interface Reading<T> {

    /** When it was so, where the chart says. */
    Optional<ClinicalTime> time();

    /** A value that scores take. */
    record Taken<T>(Measured<T> value) implements Reading<T> {
        @Override
        public Optional<ClinicalTime> time() {
            return value.time();
        }
    }

    /** A value that no score takes. */
    record Refused<T>(Refusal refusal) implements Reading<T> {
        @Override
        public Optional<ClinicalTime> time() {
            return refusal.time();
        }
    }

    /** The same reading as something else. */
    default <R> Reading<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Taken<T> taken -> new Taken<>(taken.value().map(change));
            case Refused<T> refused -> new Refused<>(refused.refusal());
        };
    }

    static <T> Reading<T> taken(Sighting place, T value, String text) {
        return new Taken<>(
                new Measured<>(place.parameter().words(), value, text, place.time(), Optional.of(place.source())));
    }

    static <T> Reading<T> refused(Sighting place, String reason) {
        return new Refused<>(
                new Refusal(place.parameter().words(), place.text(), reason, place.time(), place.source()));
    }
}
