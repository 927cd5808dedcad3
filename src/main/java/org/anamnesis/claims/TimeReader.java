package org.anamnesis.claims;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads dates, and days that are told by others. */
final class TimeReader {

    private final ReadSoFar so;
    private final Around around;

    TimeReader(ReadSoFar so, Around around) {
        this.so = so;
        this.around = around;
    }

    void date(Day day) {
        so.pendingOrder = Optional.empty();
        Day whole = so.lastDay.map(day::completed).orElse(day);
        so.lastDay = Optional.of(whole);
        boolean second = around.isSecond(Item.Date.class) && !so.betweenDays && !so.clause.isEmpty();
        if (second) {
            so.clause.getLast().states().add(new State());
            so.clause.getLast().state().times().add(new When.On(whole, Cue.LISTED));
            return;
        }
        State state = so.stateFor(taken -> isSecondDate(taken));
        Optional<When.On> from = between(state);
        if (from.isPresent()) {
            state.times().remove(from.get());
            state.times().add(new When.Between(from.get().day(), whole));
            so.betweenDays = false;
        } else {
            state.times().add(new When.On(whole, so.role.orElse(Cue.LISTED)));
        }
        so.role = Optional.empty();
    }

    /** "on 2/12 and 2/13" are two states. */
    boolean isSecondDate(State state) {
        return !so.betweenDays
                && so.head.isEmpty()
                && around.at > 0
                && state.times().stream().anyMatch(When.On.class::isInstance)
                && so.role.filter(one -> one == Cue.UNTIL).isEmpty();
    }

    Optional<When.On> between(State state) {
        return so.betweenDays
                ? state.times().stream()
                        .filter(When.On.class::isInstance)
                        .map(When.On.class::cast)
                        .reduce((one, other) -> other)
                : Optional.empty();
    }

    /** "The day after his surgery" counts from what is named next, "the next day" from what was named last. */
    void nextDay(int i) {
        boolean fromTheNext = around.items.get(i).written().equalsIgnoreCase("the day after");
        When.Anchor anchor = fromTheNext ? around.anchor(i) : When.Anchor.PREVIOUS;
        if (anchor != When.Anchor.PREVIOUS) {
            Amount day = new Amount(BigDecimal.ONE, Optional.empty(), Optional.of("d"), "the day after");
            so.target().times().add(new When.Apart(day, true, anchor));
            so.anchorNext = anchor == When.Anchor.NEXT;
        } else {
            so.target().times().add(new When.SameDay(1));
        }
    }
}
