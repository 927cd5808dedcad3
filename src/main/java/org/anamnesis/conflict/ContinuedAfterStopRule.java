package org.anamnesis.conflict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;

/** A note goes on with a drug, or lists it as taken, although every order of it had ended before the note's day. */
final class ContinuedAfterStopRule implements ConflictRule {

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return dossier.drugs().stream()
                .filter(ContinuedAfterStopRule::goesOn)
                .flatMap(told -> ended(told).stream()
                        .map(order -> new Conflict(
                                Conflict.Kind.CONTINUED_AFTER_STOP,
                                told.name(),
                                Sides.of(told.line()),
                                Sides.of(order).and(stopping(dossier, told)))));
    }

    private static boolean goesOn(DrugLine told) {
        int at = told.drug().start();
        Optional<Doing> doing = Doing.of(told);
        return doing.filter(done -> done == Doing.CONTINUED || done == Doing.LISTED)
                        .isPresent()
                && !Cues.isDenied(told.line(), at, told.drug().end())
                && !Cues.isOfRelative(told.line(), at)
                && !Cues.isConditional(told.line(), at)
                && !Cues.has(told.front(), "past");
    }

    /** The last order to end, where all of them had ended before the day. */
    private static Optional<Fact> ended(DrugLine told) {
        List<Fact> orders = told.orders();
        boolean none = orders.stream()
                .allMatch(order -> Orders.onDay(order, told.line().day()) == Orders.InForce.NO);
        return orders.stream()
                .filter(order -> none)
                .filter(order -> Orders.end(order)
                        .filter(end -> end.date().isBefore(told.line().day()))
                        .isPresent())
                .max(Comparator.comparing(order -> Orders.end(order).orElseThrow(), ClinicalTime::compareTo));
    }

    /** The sentences of other notes that say it was stopped. */
    private static Stream<CitationId> stopping(Dossier dossier, DrugLine told) {
        return dossier.drugs().stream()
                .filter(other -> other.drug().ingredients().equals(told.drug().ingredients()))
                .filter(other -> !other.line().isBeside(told.line()))
                .filter(other ->
                        Doing.of(other).filter(done -> done == Doing.STOPPED).isPresent())
                .map(other -> other.line().id());
    }
}
