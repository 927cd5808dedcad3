package org.anamnesis.conflict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.course.Dosing;

/**
 * A note states a drug's dose, and the orders in force on its day have another one.
 *
 * <p>A dose that was, that is to come, that depends on something or that was given once is no such statement.
 */
final class DoseRule implements ConflictRule {

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return dossier.drugs().stream()
                .filter(DoseRule::states)
                .flatMap(told -> contradicted(told).stream()
                        .map(order -> new Conflict(
                                Conflict.Kind.DOSE,
                                told.name(),
                                Sides.of(told.line()),
                                Sides.of(order).and(agreeing(dossier, order, told)))));
    }

    static boolean states(DrugLine told) {
        int at = told.drug().start();
        String clause = told.line().clauseAt(at).text();
        Set<Dosing.Amount> amounts = told.dosing().amounts();
        return !told.isAside()
                && !amounts.isEmpty()
                && amounts.stream().noneMatch(DoseRule::isARate)
                && !Cues.isDenied(told.line(), at, told.drug().end())
                && !Cues.isOfRelative(told.line(), at)
                && !Cues.isConditional(told.line(), at)
                && (!Cues.has(told.front(), "plan") || goesOn(told))
                && !Cues.has(told.front(), "past")
                && !Cues.has(clause, "one-off");
    }

    /** "He will continue lisinopril 20 mg" is a plan, and the present dose. */
    private static boolean goesOn(DrugLine told) {
        return Doing.of(told).filter(doing -> doing == Doing.CONTINUED).isPresent();
    }

    /** A rate is set anew by the hour. */
    private static boolean isARate(Dosing.Amount amount) {
        return amount.unit().contains("/");
    }

    /** The newest order in force that the note's dose contradicts, where it agrees with none. */
    private static Optional<Fact> contradicted(DrugLine told) {
        Dosing said = told.dosing();
        Optional<Orders.Route> route = Orders.route(told.front() + " " + told.behind());
        List<Fact> possible = told.orders().stream()
                .filter(order -> Orders.onDay(order, told.line().day()) != Orders.InForce.NO)
                .filter(order -> Orders.isSameRoute(Orders.route(order), route))
                .toList();
        boolean contradictsAll = possible.stream().allMatch(order -> contradicts(said, told, order));
        return possible.stream()
                .filter(order -> contradictsAll)
                .filter(order -> Orders.onDay(order, told.line().day()) == Orders.InForce.YES)
                .max(Comparator.comparing(
                        (Fact order) -> order.time().orElse(null), Comparator.nullsFirst(ClinicalTime::compareTo)));
    }

    private static boolean contradicts(Dosing said, DrugLine told, Fact order) {
        Dosing ordered = Dosing.of(order);
        boolean asNeeded = Orders.isAsNeeded(told.behind())
                || Orders.isAsNeeded(Dosing.words(order).orElse(""));
        boolean otherDose = new Dosing(said.amounts(), Optional.empty()).differsFrom(ordered);
        return asNeeded ? otherDose : said.differsFrom(ordered);
    }

    /** The sentences of other notes that have the order's dose. */
    private static Stream<CitationId> agreeing(Dossier dossier, Fact order, DrugLine told) {
        Dosing ordered = Dosing.of(order);
        return dossier.drugs().stream()
                .filter(other -> other.drug().ingredients().equals(told.drug().ingredients()))
                .filter(other -> !other.line().isBeside(told.line()))
                .filter(other -> other.dosing().amounts().stream().anyMatch(ordered::covers))
                .map(other -> other.line().id());
    }
}
