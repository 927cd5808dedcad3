package org.anamnesis.grounding;

/** One thing a clause says that a fact must bear out. */
sealed interface Want {

    /** A word that names or describes. */
    record Term(String normal, String written) implements Want {}

    /** A number with its unit. */
    record Figure(Token.Number number) implements Want {}

    /** A date, said to be a beginning, an end or either. */
    record When(Token.Day day, Role role) implements Want {}

    /** A time of day. */
    record At(Token.Clock clock) implements Want {}

    /** How a date is meant. */
    enum Role {
        ANY,
        START,
        END
    }
}
