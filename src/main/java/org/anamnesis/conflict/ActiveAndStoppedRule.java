package org.anamnesis.conflict;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.Course;
import org.anamnesis.course.Dosing;
import org.anamnesis.course.Said;

/**
 * One drug is current, and another list, or another order of the same dosage, says that it was stopped on a later day or is
 * not taken.
 */
final class ActiveAndStoppedRule implements ConflictRule {

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return dossier.courses().stream().filter(Course::isCurrent).flatMap(course -> conflict(course).stream());
    }

    private static Optional<Conflict> conflict(Course course) {
        Fact newest = course.deciding().getFirst();
        return Said.of(newest).isStatement()
                ? course.facts().reversed().stream()
                        .filter(fact -> isStopped(fact) && isLater(fact, newest) && isOfTheSame(fact, newest))
                        .findFirst()
                        .map(stopped -> new Conflict(
                                Conflict.Kind.ACTIVE_AND_STOPPED, course.name(), Sides.of(newest), Sides.of(stopped)))
                : Optional.empty();
    }

    /** A report that it is not taken counts like a stop; an order not to give it does too. */
    private static boolean isStopped(Fact fact) {
        return Said.of(fact).isStatement()
                && (fact.standing() == Standing.STOPPED || fact.standing() == Standing.NEGATED);
    }

    private static boolean isLater(Fact stopped, Fact active) {
        Optional<LocalDate> stop = Orders.end(stopped).or(stopped::time).map(ClinicalTime::date);
        Optional<LocalDate> begin = active.time().map(ClinicalTime::date);
        return stop.isPresent() && begin.isPresent() && stop.get().isAfter(begin.get());
    }

    private static boolean isOfTheSame(Fact stopped, Fact active) {
        return Said.of(stopped) != Said.of(active) || !Dosing.of(stopped).differsFrom(Dosing.of(active));
    }
}
