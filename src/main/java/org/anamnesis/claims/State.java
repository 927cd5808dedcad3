package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How something is said to be at one time: how much, which way, how often, when. Filled while a sentence is read. */
final class State {

    /** An amount, and whether it is meant about, over or under. */
    record Much(Amount amount, Optional<Cue> bound) {}

    private final List<Much> amounts = new ArrayList<>();
    private final Set<String> ways = new LinkedHashSet<>();
    private final Set<String> rhythms = new LinkedHashSet<>();
    private final List<When> times = new ArrayList<>();
    private boolean timesShared;

    List<Much> amounts() {
        return amounts;
    }

    Set<String> ways() {
        return ways;
    }

    Set<String> rhythms() {
        return rhythms;
    }

    List<When> times() {
        return times;
    }

    /** Whether its times were said of another part of the sentence. */
    boolean timesShared() {
        return timesShared;
    }

    void share(List<When> others) {
        times.addAll(others);
        timesShared = true;
    }

    boolean isEmpty() {
        return amounts.isEmpty() && ways.isEmpty() && rhythms.isEmpty() && times.isEmpty();
    }

    /** Takes the unit of another amount where its own has none. */
    void borrow(Optional<String> unit) {
        amounts.replaceAll(
                much -> much.amount().unit().isEmpty() ? new Much(much.amount().in(unit), much.bound()) : much);
    }
}
