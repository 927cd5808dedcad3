package org.anamnesis.score;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;

/** All readings of one input in a chart, the newest first. */
final class Series<T> {

    private final String name;
    private final List<Measured<T>> taken;
    private final List<Refusal> refused;

    Series(String name, List<Reading<T>> readings) {
        this.name = name;
        List<Measured<T>> values = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Reading<T> reading : readings) {
            switch (reading) {
                case Reading.Taken<T> one -> values.add(one.value());
                case Reading.Refused<T> one -> refusals.add(one.refusal());
            }
        }
        values.sort(newestFirst(Measured::time));
        refusals.sort(newestFirst(Refusal::time));
        this.taken = List.copyOf(values);
        this.refused = List.copyOf(refusals);
    }

    /** The newest value that counts at a moment, with all others of that very time; or why there is none. */
    Lookup<T> at(ClinicalTime moment, Duration limit, Missing.Why unseen) {
        Optional<Measured<T>> newest =
                taken.stream().filter(value -> isUpTo(value.time(), moment)).findFirst();
        if (newest.filter(value -> isWithin(value.time(), moment, limit)).isPresent()) {
            return new Lookup.Found<>(taken.stream()
                    .filter(value -> value.time().equals(newest.get().time()))
                    .toList());
        }
        List<Refusal> refusals = refusals(moment, limit);
        if (!refusals.isEmpty()) {
            return Lookup.absent(name, new Missing.Why.OnlyRefused(refusals));
        }
        return Lookup.absent(
                name,
                newest.<Missing.Why>map(last -> new Missing.Why.Outdated(last, limit))
                        .orElse(unseen));
    }

    /** All values of the time right before a moment, the newest first. */
    List<T> within(ClinicalTime moment, Duration time) {
        return taken.stream()
                .filter(value -> isWithin(value.time(), moment, time))
                .map(Measured::value)
                .toList();
    }

    /** What was refused within the limit, and what has no time at all. */
    List<Refusal> refusals(ClinicalTime moment, Duration limit) {
        return refused.stream()
                .filter(refusal -> refusal.time().isEmpty() || isWithin(refusal.time(), moment, limit))
                .toList();
    }

    /** The times at which something was written. */
    Stream<ClinicalTime> times() {
        return Stream.concat(
                        taken.stream().map(Measured::time), refused.stream().map(Refusal::time))
                .flatMap(Optional::stream);
    }

    private static <R> Comparator<R> newestFirst(Function<R, Optional<ClinicalTime>> time) {
        return Comparator.comparing(
                each -> time.apply(each).orElse(null), Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder()));
    }

    private static boolean isUpTo(Optional<ClinicalTime> time, ClinicalTime moment) {
        return time.filter(known -> !Elapsed.between(known, moment).isNegative())
                .isPresent();
    }

    private static boolean isWithin(Optional<ClinicalTime> time, ClinicalTime moment, Duration limit) {
        return time.map(known -> Elapsed.between(known, moment))
                .filter(age -> !age.isNegative() && age.compareTo(limit) <= 0)
                .isPresent();
    }
}
