package org.anamnesis.conflict;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;

/** The last word of the notes on a drug is that it is stopped, and an order from before that is active. */
final class OrderedAfterStopRule implements ConflictRule {

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        Map<List<String>, List<DrugLine>> byDrug = dossier.drugs().stream()
                .collect(Collectors.groupingBy(
                        told -> told.drug().ingredients(), LinkedHashMap::new, Collectors.toList()));
        return byDrug.values().stream().flatMap(lines -> conflict(lines).stream());
    }

    private static Optional<Conflict> conflict(List<DrugLine> inTime) {
        Optional<DrugLine> last = inTime.reversed().stream()
                .filter(told ->
                        Doing.of(told).filter(done -> done != Doing.LISTED).isPresent())
                .findFirst()
                .filter(told ->
                        Doing.of(told).filter(done -> done == Doing.STOPPED).isPresent())
                .filter(OrderedAfterStopRule::isDone);
        return last.flatMap(told -> order(told)
                .map(order -> new Conflict(
                        Conflict.Kind.ORDERED_AFTER_STOP, told.name(), Sides.of(told.line()), Sides.of(order))));
    }

    private static boolean isDone(DrugLine told) {
        int at = told.drug().start();
        return !Cues.isOfRelative(told.line(), at)
                && !Cues.isConditional(told.line(), at)
                && !Cues.has(told.line().clauseAt(at).text(), "plan");
    }

    private static Optional<Fact> order(DrugLine told) {
        Optional<Orders.Route> route = Orders.route(told.front() + " " + told.behind());
        return told.orders().stream()
                .filter(order ->
                        order.standing() == Standing.ACTIVE && Orders.end(order).isEmpty())
                .filter(order -> order.time()
                        .filter(time -> time.date().isBefore(told.line().day()))
                        .isPresent())
                .filter(order -> Orders.isSameRoute(Orders.route(order), route))
                .max(Comparator.comparing(order -> order.time().orElseThrow(), ClinicalTime::compareTo));
    }
}
