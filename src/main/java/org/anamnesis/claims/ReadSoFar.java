package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** What was read of a sentence so far, and what waits for the head it is said of. */
final class ReadSoFar {

    private final Around around;
    final List<Claim> claims = new ArrayList<>();
    final List<Claim> clause = new ArrayList<>();
    final Set<Cue> pendingCues = EnumSet.noneOf(Cue.class);
    final List<String> pendingDegrees = new ArrayList<>();
    final Set<Cue> clauseCues = EnumSet.noneOf(Cue.class);
    final Set<Cue> sentenceCues = EnumSet.noneOf(Cue.class);
    State pending = new State();
    OptionalInt pendingCount = OptionalInt.empty();
    Optional<Claim> head = Optional.empty();
    Optional<Cue> bound = Optional.empty();
    Optional<Cue> role = Optional.empty();
    Optional<Cue> pendingOrder = Optional.empty();
    Optional<Cue> leadingOrder = Optional.empty();
    Optional<Day> lastDay = Optional.empty();
    boolean unread;
    boolean backwards;
    boolean family;
    boolean byNext;
    boolean betweenDays;
    boolean then;
    boolean negating;
    boolean anchorNext;

    ReadSoFar(Around around) {
        this.around = around;
    }

    void begin(Claim claim) {
        order(claim);
        claims.add(claim);
        clause.add(claim);
        if (!anchorNext) {
            claim.states().clear();
            claim.states().add(pending);
            pending = new State();
        }
        if (family) {
            claim.cues().add(Cue.FAMILY);
        }
        pendingCount.ifPresent(claim::counted);
        pendingCount = OptionalInt.empty();
        claim.cues().addAll(pendingCues);
        pendingCues.clear();
        claim.degrees().addAll(pendingDegrees);
        pendingDegrees.clear();
        if (negating) {
            claim.negate();
        }
        if (then) {
            claim.follows();
            then = false;
        }
        if (anchorNext) {
            claim.anchors();
            anchorNext = false;
        }
        head = Optional.of(claim);
    }

    /** "After the drip was stopped, glargine was given": the first or the second of the two comes first. */
    void order(Claim claim) {
        Optional<Claim> before = clause.isEmpty() ? Optional.empty() : Optional.of(clause.getLast());
        if (leadingOrder.isPresent() && before.isPresent()) {
            claim.ordered(
                    leadingOrder.get() == Cue.AFTER
                            ? new Claim.Order(before.get(), claim, Cue.AFTER)
                            : new Claim.Order(claim, before.get(), Cue.BEFORE));
            leadingOrder = Optional.empty();
        } else if (pendingOrder.isPresent() && before.isPresent()) {
            claim.ordered(
                    pendingOrder.get() == Cue.AFTER
                            ? new Claim.Order(claim, before.get(), Cue.AFTER)
                            : new Claim.Order(before.get(), claim, Cue.BEFORE));
        } else if (pendingOrder.isPresent()) {
            leadingOrder = pendingOrder;
        }
        if (pendingOrder.isPresent()) {
            pendingOrder = Optional.empty();
            role = Optional.empty();
        }
    }

    /** Where an attribute belongs: to the head of this part, to the last head where this part has none, or to the next one. */
    State target() {
        if (head.isPresent()) {
            return head.get().state();
        }
        return clause.isEmpty() || around.headFollows()
                ? pending
                : clause.getLast().state();
    }

    /** The state an attribute goes to; a new one of the same head where it has one of its kind already. */
    State stateFor(Predicate<State> isTaken) {
        State state = target();
        boolean isOfAHead = state != pending;
        if (isOfAHead && isTaken.test(state)) {
            Claim claim = head.orElseGet(clause::getLast);
            claim.states().add(new State());
            return claim.state();
        }
        return state;
    }

    /** A further state of the last claim of this clause. */
    State another() {
        clause.getLast().states().add(new State());
        return clause.getLast().state();
    }

    Optional<Claim> lastClaim() {
        return head.or(() -> claims.isEmpty() ? Optional.empty() : Optional.of(claims.getLast()));
    }

    /** What was said without a head is said of the last one; without any it was not understood. */
    void goOn() {
        if (claims.isEmpty()) {
            unread = true;
        } else {
            claims.getLast().states().add(pending);
        }
        pending = new State();
    }

    void segment() {
        head = Optional.empty();
        bound = Optional.empty();
        if (clause.isEmpty()) {
            return;
        }
        if (pending.isEmpty()) {
            return;
        }
        State last = clause.getLast().state();
        last.times().addAll(pending.times());
        last.amounts().addAll(pending.amounts());
        last.ways().addAll(pending.ways());
        last.rhythms().addAll(pending.rhythms());
        pending = new State();
    }

    void endClause() {
        segment();
        if (!pending.isEmpty()) {
            goOn();
        }
        SharedTimes.shareTimes(clause);
        for (Claim claim : clause) {
            claim.cues().addAll(clauseCues);
            pendingCues.stream().filter(cue -> !Cue.ORDINALS.contains(cue)).forEach(claim.cues()::add);
        }
        clause.clear();
        clauseCues.clear();
        family = false;
        pendingCues.clear();
        negating = false;
        role = Optional.empty();
        byNext = false;
    }
}
