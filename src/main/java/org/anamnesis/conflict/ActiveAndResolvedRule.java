package org.anamnesis.conflict;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.ProblemThread;
import org.anamnesis.course.ProblemThreads;

/** One problem is active in one entry of the problem list, and resolved or refuted in another of the same day or later. */
final class ActiveAndResolvedRule implements ConflictRule {

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return ProblemThreads.of(dossier.chart()).stream()
                .filter(ProblemThread::isCurrent)
                .flatMap(thread -> over(thread).stream()
                        .map(over -> new Conflict(
                                Conflict.Kind.ACTIVE_AND_RESOLVED,
                                thread.name(),
                                Sides.of(thread.deciding()),
                                Sides.of(over))));
    }

    private static Optional<Fact> over(ProblemThread thread) {
        Optional<LocalDate> active = thread.deciding().time().map(ClinicalTime::date);
        return thread.facts().stream()
                .filter(fact -> fact.standing() == Standing.RESOLVED || fact.standing() == Standing.NEGATED)
                .filter(fact -> !ProblemThreads.isOfAVisit(fact))
                .filter(fact -> active.isPresent()
                        && begin(fact)
                                .filter(day -> !day.isBefore(active.get()))
                                .isPresent())
                .findFirst();
    }

    /** By its onset: an episode that began before the active one is another episode. */
    private static Optional<LocalDate> begin(Fact fact) {
        return fact.attribute(Attribute.Role.ONSET)
                .flatMap(Attribute::time)
                .or(fact::time)
                .map(ClinicalTime::date);
    }
}
