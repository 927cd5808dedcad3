package org.anamnesis.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Derivation;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/** Folds the medication facts of a chart into courses; every one of them goes into exactly one. */
public final class Courses {

    /** Undated first: what has no date may be the oldest, and never counts as the newest. */
    static final Comparator<Fact> IN_TIME = Comparator.comparing(
                    (Fact fact) -> fact.time().orElse(null),
                    Comparator.nullsFirst(Comparator.<ClinicalTime>naturalOrder()))
            .thenComparing(Fact::id);

    private static final Derivation<List<Course>> FOLDED = Derivation.of(Courses::fold);

    private Courses() {}

    /** The courses, in the order of their first facts in the chart. */
    public static List<Course> of(Chart chart) {
        return FOLDED.from(chart);
    }

    private static List<Course> fold(Chart chart) {
        DrugsOfChart drugs = new DrugsOfChart(chart);
        Map<Drug, List<Fact>> byDrug = new LinkedHashMap<>();
        chart.facts(FactKind.MEDICATION)
                .forEach(fact -> byDrug.computeIfAbsent(drugs.of(fact), first -> new ArrayList<>())
                        .add(fact));
        return byDrug.entrySet().stream()
                .map(entry -> course(entry.getKey(), entry.getValue(), chart.asOf()))
                .toList();
    }

    private static Course course(Drug drug, List<Fact> facts, ClinicalTime asOf) {
        List<Fact> inTime = facts.stream().sorted(IN_TIME).toList();
        List<Fact> newestFirst = inTime.reversed();
        List<Fact> deciding = deciding(newestFirst, asOf);
        return new Course(drug, inTime, deciding, deciding.getFirst().standing());
    }

    /**
     * What is current decides, where anything is: an order that has not ended is not undone by an older or a newer one that
     * has. An order of a later day than the chart's is not current yet.
     */
    private static List<Fact> deciding(List<Fact> newestFirst, ClinicalTime asOf) {
        Predicate<Fact> begun = fact ->
                fact.time().map(time -> !time.date().isAfter(asOf.date())).orElse(true);
        List<Predicate<Fact>> choices = List.of(
                fact -> begun.test(fact) && fact.standing() == Standing.ACTIVE,
                fact -> begun.test(fact)
                        && fact.standing().isCurrent()
                        && Said.of(fact).isStatement(),
                fact -> begun.test(fact) && fact.standing() == Standing.ON_HOLD);
        for (Predicate<Fact> choice : choices) {
            List<Fact> chosen = newestFirst.stream().filter(choice).toList();
            if (!chosen.isEmpty()) {
                return chosen;
            }
        }
        // The last word is an order's or a report's; single doses tell only where nothing else does.
        return List.of(newestFirst.stream()
                .filter(fact -> Said.of(fact).isStatement())
                .findFirst()
                .orElseGet(newestFirst::getFirst));
    }
}
