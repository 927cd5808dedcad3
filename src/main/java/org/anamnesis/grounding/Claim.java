package org.anamnesis.grounding;

import java.util.List;
import java.util.Optional;

/**
 * One thing a statement says, bound to the cited facts it says it about: those named nearest before it, or all of them.
 */
sealed interface Claim {

    List<Evidence> about();

    /**
     * A number, with the dates that stand beside it.
     *
     * @param noun the word behind the number, for counts
     * @param asRange whether the clause speaks of a reference range
     */
    record Measured(
            List<Evidence> about, Token.Number number, List<Token.Day> days, Optional<String> noun, boolean asRange)
            implements Claim {}

    /** A date that stands beside no number. */
    record Dated(List<Evidence> about, Token.Day day) implements Claim {}

    /** A time of day. */
    record Timed(List<Evidence> about, Token.Clock clock) implements Claim {}

    /** A word that can be wrong about a patient. */
    record Worded(List<Evidence> about, String word) implements Claim {}

    /** How often a dose is taken, behind the number of the dose. */
    record Dosed(List<Evidence> about, Token.Number dose) implements Claim {}

    /** That something is so, or is not so. */
    record Asserted(List<Evidence> about, boolean negated) implements Claim {}

    /** How something stands: active, resolved, stopped. */
    record Standing(List<Evidence> about, String word) implements Claim {}

    /** Which way something goes. */
    record Trend(List<Evidence> about, String word) implements Claim {}

    /** That this is the newest of its kind. */
    record Newest(List<Evidence> about) implements Claim {}
}
