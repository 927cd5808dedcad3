package org.anamnesis.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads numbers: amounts of a head, counts, ages, lengths of time. */
final class AmountReader {

    private static final int LEAST_SYSTOLIC = 60;
    private static final int LEAST_DIASTOLIC = 20;

    private final ReadSoFar so;
    private final Around around;

    private static final Set<String> WEIGHTS = Set.of("kg", "[lb_av]");

    /** What goes so stands at a number, and at no age. */
    private static final Set<Cue> COURSES = Set.of(Cue.UP, Cue.DOWN, Cue.SAME, Cue.PEAK, Cue.NADIR);

    AmountReader(ReadSoFar so, Around around) {
        this.so = so;
        this.around = around;
    }

    void number(Item.Number number, int i) {
        so.pendingOrder = Optional.empty();
        Amount amount = number.amount();
        if (amount.isSpan()) {
            span(amount, i);
            return;
        }
        if (so.byNext) {
            so.byNext = false;
            so.lastClaim().ifPresent(claim -> claim.changedBy(amount));
            return;
        }
        if (isAge(i)) {
            so.target().times().add(new When.AtAge(amount.value().intValue()));
            return;
        }
        boolean counts = amount.unit().isEmpty()
                && amount.second().isEmpty()
                && (number.inWords() || so.head.isEmpty())
                && ItemReader.small(number).isPresent()
                && around.headFollowsDirectly(i);
        if (counts) {
            so.pendingCount = ItemReader.small(number);
            return;
        }
        boolean ofTheHead = amount.unit().isEmpty()
                && amount.second().isEmpty()
                && so.head.isPresent()
                && ItemReader.small(number).isPresent()
                && i + 1 < around.items.size()
                && around.items.get(i + 1) instanceof Item.Sense next
                && next.cue() == Cue.COUNTED;
        if (ofTheHead) {
            so.head.get().counted(amount.value().intValue());
            return;
        }
        boolean pronoun = number.inWords() && amount.unit().isEmpty() && so.head.isEmpty() && so.clause.isEmpty();
        if (pronoun
                || number.inWords() && amount.unit().isEmpty() && amount.value().intValue() == 1) {
            return;
        }
        if (isPressure(amount)
                && so.head.filter(claim -> claim.kind() != Claim.Kind.STAY).isEmpty()
                && !around.wordsFollow()) {
            // "arrived at 217/116" is said of the blood pressure
            so.begin(new Claim(Claim.Kind.WORDS, List.of(), Phrases.stems("blood pressure"), "blood pressure"));
        }
        boolean weight = amount.unit().filter(WEIGHTS::contains).isPresent()
                && so.head.isEmpty()
                && so.clause.isEmpty()
                && !around.wordsFollow();
        if (weight) {
            so.begin(new Claim(Claim.Kind.WORDS, List.of(), Phrases.stems("body weight"), "body weight"));
        }
        State state = so.stateFor(state2 -> !state2.amounts().isEmpty());
        state.amounts().add(new State.Much(amount, so.bound));
        so.bound = Optional.empty();
    }

    static boolean isPressure(Amount amount) {
        return amount.second().isPresent()
                && amount.unit().filter(unit -> !unit.equals("mm[Hg]")).isEmpty()
                && amount.value().intValue() >= LEAST_SYSTOLIC
                && amount.second().get().intValue() >= LEAST_DIASTOLIC
                && amount.value().compareTo(amount.second().get()) > 0;
    }

    /** "at 45," or "aged 45". */
    boolean isAge(int i) {
        if (!(around.items.get(i) instanceof Item.Number number)
                || number.amount().unit().isPresent()
                || i == 0) {
            return false;
        }
        Item before = around.items.get(i - 1);
        boolean aged = before instanceof Item.Sense sense && sense.cue() == Cue.AGED;
        boolean standsAt = before instanceof Item.Filler filler
                && filler.written().equals("at")
                && (i + 1 == around.items.size()
                        || around.items.get(i + 1) instanceof Item.Sex
                        || around.items.get(i + 1) instanceof Item.Join
                        || around.items.get(i + 1) instanceof Item.Stop);
        boolean measured = so.lastClaim()
                        .filter(claim -> COURSES.stream().anyMatch(claim::says))
                        .isPresent()
                || i + 2 < around.items.size() && around.items.get(i + 2) instanceof Item.Number;
        standsAt &= !measured;
        int years = number.amount().value().intValue();
        boolean when = around.isFiller(i + 1, "when") && so.head.isEmpty();
        return (aged || when || standsAt && so.clause.stream().allMatch(claim -> claim.kind() == Claim.Kind.WORDS))
                && years > 0
                && years < 120;
    }

    void span(Amount amount, int i) {
        Optional<Cue> next = around.senseNear(i, 1);
        Optional<Cue> before = around.senseNear(i, -1);
        boolean counted =
                next.filter(cue -> cue == Cue.AFTER || cue == Cue.BEFORE).isPresent();
        boolean ofTheLast =
                counted && so.head.isEmpty() && !so.clause.isEmpty() && around.anchor(i) == When.Anchor.NEXT;
        State state = ofTheLast ? so.clause.getLast().state() : so.target();
        if (so.byNext) {
            so.byNext = false;
            return;
        }
        if (before.filter(Cue.WITHIN::equals).isPresent()) {
            When.Anchor anchor = around.anchor(i);
            so.anchorNext = anchor == When.Anchor.NEXT;
            state.times().add(new When.Within(amount, anchor));
        } else if (next.filter(cue -> cue == Cue.AFTER || cue == Cue.BEFORE).isPresent()) {
            When.Anchor anchor = around.anchor(i);
            so.anchorNext = anchor == When.Anchor.NEXT;
            state.times().add(new When.Apart(amount, next.get() == Cue.AFTER, anchor));
        } else if (around.isFiller(i + 1, "into")) {
            state.times().add(new When.Apart(amount, true, When.Anchor.ADMISSION));
        } else if (next.filter(cue -> cue == Cue.LATER || cue == Cue.THEN || cue == Cue.EARLIER)
                        .isPresent()
                || around.isFiller(i + 1, "earlier")) {
            boolean later = next.filter(Cue.EARLIER::equals).isEmpty() && !around.isFiller(i + 1, "earlier");
            State of = isOfTheNextNumber(state, i) ? so.another() : state;
            of.times().add(new When.Apart(amount, later, When.Anchor.PREVIOUS));
        } else if (!around.isFiller(i + 1, "old")) {
            state.times().add(new When.Lasting(amount));
        }
    }

    /** "1.1, and three days later 2.3": the time is the second number's. */
    private boolean isOfTheNextNumber(State state, int i) {
        return so.head.isEmpty()
                && !so.clause.isEmpty()
                && state == so.clause.getLast().state()
                && !state.amounts().isEmpty()
                && around.numberFollows(i);
    }
}
