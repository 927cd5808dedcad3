package org.anamnesis.grounding;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing a statement says, bound to the cited facts it says it about: those named nearest before it, or all of them.
 */
sealed interface Claim {

    List<Evidence> about();

    /**
     * A number.
     *
     * @param noun the word behind the number, for counts
     * @param asRange whether the clause speaks of a reference range
     */
    record Measured(List<Evidence> about, Token.Number number, Optional<String> noun, boolean asRange)
            implements Claim {}

    /** Two numbers of one thing, of which the statement says which came first. */
    record Ordered(List<Evidence> about, Token.Number older, Token.Number newer) implements Claim {}

    /** The strength of a product: a number in front of its form. */
    record Strength(List<Evidence> about, Token.Number number) implements Claim {}

    /** A date; whether it is said to be an end. */
    record Dated(List<Evidence> about, Token.Day day, boolean asEnd) implements Claim {}

    /** A time of day. */
    record Timed(List<Evidence> about, Token.Clock clock) implements Claim {}

    /** A word that can be wrong about a patient. */
    record Worded(List<Evidence> about, String word, boolean denied) implements Claim {}

    /** A word of a name, with the negation in front of it. */
    record Named(List<Evidence> about, String word, boolean denied) implements Claim {}

    /** All words said behind a name of how often a dose is taken. */
    record Frequency(List<Evidence> about, Set<String> words) implements Claim {}

    /** How often a dose is taken, behind the number of the dose. */
    record Dosed(List<Evidence> about, Token.Number dose) implements Claim {}

    /** That something is so, or is not so: a negation reaches it perhaps, or plainly. */
    record Asserted(List<Evidence> about, boolean denied, boolean plainly) implements Claim {}

    /** How something stands: active, resolved, stopped. */
    record Standing(List<Evidence> about, String word) implements Claim {}

    /** Which way something goes. */
    record Trend(List<Evidence> about, String word) implements Claim {}

    /** That a number is the highest or the lowest of its kind. */
    record Extreme(List<Evidence> about, String word, Token.Number number) implements Claim {}

    /** That this is the newest of its kind. */
    record Newest(List<Evidence> about) implements Claim {}
}
