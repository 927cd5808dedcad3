package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One thing a sentence says of one thing. Filled while the sentence is read. */
final class Claim {

    /** What the head is. */
    enum Kind {
        DRUG,
        WORDS,
        STAY,
        ALLERGIES,
        DEATH,
        SMOKING
    }

    private final Kind kind;
    private final List<String> ingredients;
    private final List<String> stems;
    private final String written;
    private final List<String> qualifiers = new ArrayList<>();
    private final List<State> states = new ArrayList<>(List.of(new State()));
    private final Set<Cue> cues = EnumSet.noneOf(Cue.class);
    private final List<String> degrees = new ArrayList<>();
    private Optional<Amount> change = Optional.empty();
    private OptionalInt count = OptionalInt.empty();
    private boolean negated;
    private Optional<Order> order = Optional.empty();
    private boolean after;
    private boolean anchor;
    private boolean reason;
    private Optional<String> verb = Optional.empty();

    Claim(Kind kind, List<String> ingredients, List<String> stems, String written) {
        this.kind = kind;
        this.ingredients = List.copyOf(ingredients);
        this.stems = List.copyOf(stems);
        this.written = written;
    }

    Kind kind() {
        return kind;
    }

    List<String> ingredients() {
        return ingredients;
    }

    List<String> stems() {
        return stems;
    }

    String written() {
        return written;
    }

    /** Words beside a drug's name: its salt, its scheme. */
    List<String> qualifiers() {
        return qualifiers;
    }

    /** How certain or how bad it is said to be, as stems. */
    List<String> degrees() {
        return degrees;
    }

    List<State> states() {
        return states;
    }

    State state() {
        return states.getLast();
    }

    Set<Cue> cues() {
        return cues;
    }

    Optional<Amount> change() {
        return change;
    }

    void changedBy(Amount amount) {
        change = Optional.of(amount);
    }

    OptionalInt count() {
        return count;
    }

    void counted(int number) {
        count = OptionalInt.of(number);
    }

    boolean negated() {
        return negated;
    }

    void negate() {
        negated = true;
    }

    /**
     * Which of two claims comes first.
     *
     * @param earlier the one that is said to
     * @param as in which word: after or before
     */
    record Order(Claim earlier, Claim later, Cue as) {}

    /** That it comes before or after another one, where that is said. */
    Optional<Order> order() {
        return order;
    }

    void ordered(Order said) {
        order = Optional.of(said);
    }

    /** Whether it is said to come after the claim before it. */
    boolean isAfter() {
        return after;
    }

    void follows() {
        after = true;
    }

    /** Whether the claim before it counts its time from this one. */
    boolean isAnchor() {
        return anchor;
    }

    void anchors() {
        anchor = true;
    }

    /** Whether it is what the drug before it is said to be given for. */
    boolean isReason() {
        return reason;
    }

    void isWhatFor() {
        reason = true;
    }

    /** What was done with it, as a stem: removed, inserted, repaired. */
    Optional<String> verb() {
        return verb;
    }

    /** The chart's name says what was done too. */
    void verbNamed() {
        verb = Optional.empty();
    }

    void done(String stem) {
        verb = Optional.of(stem);
    }

    boolean says(Cue cue) {
        return cues.contains(cue);
    }

    /** Where an order of times is asked for: the first, the second, the last. */
    OptionalInt ordinal() {
        return says(Cue.FIRST)
                ? OptionalInt.of(1)
                : says(Cue.SECOND)
                        ? OptionalInt.of(2)
                        : says(Cue.THIRD)
                                ? OptionalInt.of(3)
                                : says(Cue.FOURTH) ? OptionalInt.of(4) : OptionalInt.empty();
    }
}
