package org.anamnesis.rules;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.course.Stay;
import org.anamnesis.course.Stays;

/**
 * A stretch of time of a chart.
 *
 * @param from its begin; empty where it has none
 * @param to its end; empty where it goes on
 * @param stay the stay it is of
 */
record Window(Optional<ClinicalTime> from, Optional<ClinicalTime> to, Optional<Stay> stay) {

    /** What happens at a time; everything else of a chart is of the present. */
    private static final Set<FactKind> HAPPENING = EnumSet.of(
            FactKind.ENCOUNTER,
            FactKind.PROCEDURE,
            FactKind.IMMUNIZATION,
            FactKind.RESULT,
            FactKind.VITAL,
            FactKind.NOTE);

    /** The last stay that has begun. */
    static Window ofLastStay(Chart chart) {
        Optional<Stay> last = begun(chart).stream().reduce((one, other) -> other);
        return new Window(last.flatMap(Stay::begin), last.flatMap(Stay::end), last);
    }

    /** From the end of the last visit that is over to now; a visit that goes on is not the last one. */
    static Window sinceLastVisit(Chart chart) {
        Optional<Stay> last = begun(chart).stream()
                .filter(stay -> stay.end()
                        .filter(end -> !chart.asOf().isWhollyBefore(end))
                        .isPresent())
                .reduce((one, other) -> other);
        return new Window(last.flatMap(Stay::end), Optional.empty(), last);
    }

    private static List<Stay> begun(Chart chart) {
        return Stays.of(chart).stream()
                .filter(stay -> stay.encounters().anyMatch(EncountersRule::hasBegun))
                .filter(stay -> stay.begin().isPresent())
                .sorted(Comparator.comparing(stay -> stay.begin().orElseThrow()))
                .toList();
    }

    boolean contains(ClinicalTime time) {
        return from.filter(time::isWhollyBefore).isEmpty()
                && to.filter(end -> end.isWhollyBefore(time)).isEmpty();
    }

    boolean contains(Fact fact) {
        return fact.time().filter(this::contains).isPresent();
    }

    /** The chart with what happened in this time only; of a test that was measured in it, the values before too. */
    Chart of(Chart chart) {
        Set<String> measured = chart.facts().stream()
                .filter(fact -> isMeasurement(fact) && contains(fact))
                .map(Window::test)
                .collect(Collectors.toSet());
        List<Fact> facts = chart.facts().stream()
                .filter(fact -> !HAPPENING.contains(fact.kind())
                        || contains(fact)
                        || (isMeasurement(fact) && measured.contains(test(fact)) && isUpToEnd(fact)))
                .toList();
        Set<?> kept = facts.stream().map(Fact::id).collect(Collectors.toSet());
        return new Chart(
                chart.patient(),
                facts,
                chart.notes().stream().filter(note -> kept.contains(note.id())).toList(),
                chart.coverage(),
                chart.asOf());
    }

    private boolean isUpToEnd(Fact fact) {
        return fact.time()
                .filter(time -> to.filter(end -> end.isWhollyBefore(time)).isEmpty())
                .isPresent();
    }

    private static boolean isMeasurement(Fact fact) {
        return fact.kind() == FactKind.RESULT || fact.kind() == FactKind.VITAL;
    }

    private static String test(Fact fact) {
        return fact.concept().text().toLowerCase(Locale.ROOT);
    }
}
