package org.anamnesis.frame;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * A time of which the facts are wanted. A fact is of it where the two overlap; what is open at an end has none there.
 *
 * @param start from when on
 * @param end until when
 * @param isAsked whether a caller asked for it; else it is a visit's look back, to which the history is not lost
 */
public record Span(Optional<ClinicalTime> start, Optional<ClinicalTime> end, boolean isAsked) {

    /** True of a patient at any time. */
    private static final Set<FactKind> ALWAYS = EnumSet.of(FactKind.PATIENT, FactKind.ALLERGY);

    /** Kinds of fact that last, so that one that is current concerns the present state. */
    private static final Set<FactKind> STATES = EnumSet.of(
            FactKind.PROBLEM,
            FactKind.MEDICATION,
            FactKind.ENCOUNTER,
            FactKind.PLAN,
            FactKind.DEVICE,
            FactKind.DIRECTIVE);

    /** What a clinician wants to know however long ago it was: operations, not their blood counts. */
    private static final Set<FactKind> HISTORY = EnumSet.of(
            FactKind.PROBLEM,
            FactKind.PROCEDURE,
            FactKind.IMMUNIZATION,
            FactKind.HISTORY,
            FactKind.SOCIAL,
            FactKind.DEVICE,
            FactKind.DIRECTIVE);

    public Span {
        if (start.isEmpty() && end.isEmpty()) {
            throw new IllegalArgumentException("a time begins or ends");
        }
    }

    Place place(Fact fact) {
        if (fact.time().isPresent() && overlaps(fact, fact.time().get())) {
            return Place.WITHIN;
        }
        if (ALWAYS.contains(fact.kind()) || isState(fact)) {
            return Place.CURRENT;
        }
        if (fact.time().isEmpty()) {
            return Place.UNDATED;
        }
        return !isAsked && HISTORY.contains(fact.kind()) ? Place.HISTORY : Place.OUTSIDE;
    }

    private boolean overlaps(Fact fact, ClinicalTime begun) {
        Optional<ClinicalTime> ended = fact.attribute(Role.ENDED).flatMap(end -> end.time());
        boolean goesOn = ended.isEmpty() && isState(fact);
        boolean tooLate = end.filter(last -> last.isWhollyBefore(begun)).isPresent();
        boolean tooEarly = !goesOn
                && start.filter(first -> ended.orElse(begun).isWhollyBefore(first)).isPresent();
        return !tooLate && !tooEarly;
    }

    private static boolean isState(Fact fact) {
        return STATES.contains(fact.kind()) && fact.standing().isCurrent();
    }
}
