package org.anamnesis.claims;

import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;

/** Whether one thing came before another one, where a sentence says so. */
final class Orders {

    private Orders() {}

    /**
     * What speaks against the order that the newest claim of a sentence is said to have.
     *
     * @param claims of the sentence
     * @param said what came of them, up to this one
     */
    static Optional<Said> check(Claim claim, List<Claim> claims, List<Said> said) {
        if (claim.order().isEmpty() || claim.negated()) {
            return Optional.empty();
        }
        Claim.Order order = claim.order().get();
        Said last = said.getLast();
        Claim other = order.earlier() == claim ? order.later() : order.earlier();
        int place = claims.indexOf(other);
        if (place < 0 || place >= said.size() - 1 || other.negated()) {
            return Optional.empty();
        }
        Said first = said.get(place);
        List<FactView> earlier = (order.earlier() == claim ? last : first).evidence();
        List<FactView> later = (order.earlier() == claim ? first : last).evidence();
        boolean known = earlier.stream().anyMatch(view -> time(order.earlier(), view).isPresent())
                && later.stream().anyMatch(view -> time(order.later(), view).isPresent());
        if (!known) {
            return Optional.of(Said.notFound("order", "the chart does not say which came first", later));
        }
        boolean inOrder = earlier.stream()
                .anyMatch(one -> later.stream()
                        .anyMatch(two -> isBefore(time(order.earlier(), one), time(order.later(), two))));
        return inOrder
                ? Optional.empty()
                : Optional.of(Said.contradicted("order", "the chart has it in another order", later));
    }

    /** When it was, or when it ended where its end is told. */
    private static Optional<ClinicalTime> time(Claim claim, FactView view) {
        return claim.says(Cue.STOP) && view.end().isPresent() ? view.end() : view.begin();
    }

    private static boolean isBefore(Optional<ClinicalTime> one, Optional<ClinicalTime> two) {
        if (one.isEmpty() || two.isEmpty()) {
            return false;
        }
        boolean exact = one.get().precision() == ClinicalTime.Precision.MINUTE
                && two.get().precision() == ClinicalTime.Precision.MINUTE;
        return exact
                ? one.get().local().isBefore(two.get().local())
                : !one.get().date().isAfter(two.get().date());
    }
}
