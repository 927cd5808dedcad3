package org.anamnesis.score;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;

/** All readings of one input in a chart, the newest first; those without a time last. */
final class Series<T> {

    private final String name;
    private final List<Reading<T>> readings;

    Series(String name, List<Reading<T>> readings) {
        this.name = name;
        this.readings = readings.stream()
                .sorted(Comparator.comparing(
                        reading -> reading.time().orElse(null),
                        Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder())))
                .toList();
    }

    /** The newest value that counts at a moment, with all others of that very time; or why there is none. */
    Lookup<T> at(ClinicalTime moment, Duration limit, Missing.Why unseen) {
        List<Measured<T>> taken = upTo(moment)
                .filter(Reading.Taken.class::isInstance)
                .map(reading -> ((Reading.Taken<T>) reading).value())
                .toList();
        if (!taken.isEmpty() && isWithin(taken.getFirst().time(), moment, limit)) {
            Optional<ClinicalTime> newest = taken.getFirst().time();
            return new Lookup.Found<>(taken.stream()
                    .takeWhile(value -> value.time().equals(newest))
                    .toList());
        }
        List<Refusal> refusals = refusals(moment, limit);
        if (!refusals.isEmpty()) {
            return Lookup.absent(name, new Missing.Why.OnlyRefused(refusals));
        }
        return Lookup.absent(
                name, taken.isEmpty() ? unseen : new Missing.Why.Outdated(taken.getFirst(), limit));
    }

    /** All values of the time right before a moment, the newest first. */
    List<T> within(ClinicalTime moment, Duration time) {
        return readings.stream()
                .filter(reading -> isWithin(reading.time(), moment, time))
                .flatMap(reading -> reading instanceof Reading.Taken<T> taken
                        ? Stream.of(taken.value().value())
                        : Stream.empty())
                .toList();
    }

    /** What was refused within the limit, and what has no time at all. */
    List<Refusal> refusals(ClinicalTime moment, Duration limit) {
        List<Refusal> refusals = new ArrayList<>();
        for (Reading<T> reading : readings) {
            boolean undated = reading.time().isEmpty();
            if (reading instanceof Reading.Refused<T> refused
                    && (undated || isWithin(reading.time(), moment, limit))) {
                refusals.add(refused.refusal());
            }
        }
        return refusals;
    }

    /** The times at which something was written. */
    Stream<ClinicalTime> times() {
        return readings.stream().map(Reading::time).flatMap(Optional::stream);
    }

    private Stream<Reading<T>> upTo(ClinicalTime moment) {
        return readings.stream()
                .filter(reading -> reading.time()
                        .filter(time -> !Elapsed.between(time, moment).isNegative())
                        .isPresent());
    }

    private static boolean isWithin(Optional<ClinicalTime> time, ClinicalTime moment, Duration limit) {
        return time.map(known -> Elapsed.between(known, moment))
                .filter(age -> !age.isNegative() && age.compareTo(limit) <= 0)
                .isPresent();
    }
}
