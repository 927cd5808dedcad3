package org.anamnesis.claims;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;

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
        List<FactView> earlier = happened((order.earlier() == claim ? last : first).evidence());
        List<FactView> later = happened((order.earlier() == claim ? first : last).evidence());
        if (earlier.isEmpty() || later.isEmpty()) {
            return Optional.empty();
        }
        boolean known = earlier.stream()
                        .anyMatch(view -> time(order.earlier(), view).isPresent())
                && later.stream().anyMatch(view -> time(order.later(), view).isPresent());
        boolean loose = isLoose(earlier) || isLoose(later);
        if (loose && order.as() == Cue.AFTER) {
            // when a problem began is seldom known better than the stay it was coded in
            return Optional.empty();
        }
        boolean inOrder = known
                && !loose
                && earlier.stream()
                        .anyMatch(one -> later.stream()
                                .anyMatch(two -> isBefore(time(order.earlier(), one), time(order.later(), two), order.as())));
        if (inOrder) {
            return Optional.empty();
        }
        boolean reversed = known
                && !loose
                && later.stream()
                        .anyMatch(two -> earlier.stream()
                                .anyMatch(one -> isBefore(time(order.later(), two), time(order.earlier(), one), Cue.BEFORE)));
        return Optional.of(
                reversed
                        ? Said.contradicted("order", "the chart has it in another order", later)
                        : Said.notFound("order", "the chart does not say which came first", later));
    }

    /** What is planned or told in a note has no time of its own, where something else has. */
    private static List<FactView> happened(List<FactView> views) {
        List<FactView> happened = views.stream()
                .filter(view -> view.kind() != FactKind.NOTE && view.kind() != FactKind.PLAN)
                .toList();
        return happened.isEmpty() ? views : happened;
    }

    /** When it was, or when it ended where its end is told. */
    private static Optional<ClinicalTime> time(Claim claim, FactView view) {
        return claim.says(Cue.STOP) ? view.end() : view.begin();
    }

    /** Codes of a stay are dated at midnight. */
    private static boolean isExact(ClinicalTime time) {
        return time.precision() == ClinicalTime.Precision.MINUTE
                && !time.local().toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static boolean isLoose(List<FactView> views) {
        return views.stream()
                .allMatch(view -> view.kind() == FactKind.PROBLEM
                        && view.fact().attribute(Attribute.Role.ONSET).isEmpty());
    }

    /** What is said to come after an operation of that day mostly does; what is said to come before it must be known to. */
    private static boolean isBefore(Optional<ClinicalTime> one, Optional<ClinicalTime> two, Cue as) {
        if (one.isEmpty() || two.isEmpty()) {
            return false;
        }
        boolean exact = isExact(one.get()) && isExact(two.get());
        return exact
                ? one.get().local().isBefore(two.get().local())
                : one.get().date().isBefore(two.get().date())
                        || as == Cue.AFTER && one.get().date().equals(two.get().date());
    }
}
