package org.anamnesis.acuity;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Standing;
import org.anamnesis.score.Elapsed;

/** Which encounter of a chart a patient is in at a moment. */
final class CurrentVisit {

    private static final Set<Standing> NEVER_BEGUN = Set.of(Standing.PLANNED, Standing.CANCELLED, Standing.NEGATED);

    private CurrentVisit() {}

    /** The encounter that was asked about; empty where the chart does not hold it. */
    static Optional<Fact> of(Chart chart, ResourceId asked) {
        return chart.facts(FactKind.ENCOUNTER)
                .filter(visit -> visit.resources().anyMatch(asked::equals))
                .findFirst();
    }

    /** The encounter that goes on at the moment: an emergency visit before any other, else the one that began last. */
    static Optional<Fact> at(Chart chart, ClinicalTime moment) {
        return chart.facts(FactKind.ENCOUNTER)
                .filter(visit -> !NEVER_BEGUN.contains(visit.standing()) && goesOn(visit, moment))
                .max(Comparator.comparing(CurrentVisit::isEmergency)
                        .thenComparing(visit -> visit.time().orElseThrow()));
    }

    private static boolean goesOn(Fact visit, ClinicalTime moment) {
        boolean begun = visit.time().filter(start -> isUpTo(start, moment)).isPresent();
        boolean open = visit.attribute(Attribute.Role.ENDED)
                .flatMap(Attribute::time)
                .map(end -> isUpTo(moment, end))
                .orElseGet(() -> visit.standing().isCurrent());
        return begun && open;
    }

    private static boolean isUpTo(ClinicalTime first, ClinicalTime second) {
        return !Elapsed.between(first, second).isNegative();
    }

    private static boolean isEmergency(Fact visit) {
        return visit.attributes(Attribute.Role.CATEGORY)
                .anyMatch(category -> category.text().equalsIgnoreCase("emergency"));
    }
}
