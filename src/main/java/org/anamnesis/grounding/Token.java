package org.anamnesis.grounding;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/** A piece of a sentence that the check understands. */
sealed interface Token {

    /** A word in lower case. */
    record Word(String text) implements Token {}

    /**
     * A number with the unit written behind it, if any.
     *
     * @param figure all that is written of the number in one spelling: sign, bound and second part, e.g. {@code <5}, {@code 112/64}
     */
    record Number(String figure, BigDecimal value, Optional<String> unit, String written) implements Token {

        /** Whether this known number bears out a claimed one, which may leave the unit out but not change it. */
        boolean isSame(Number claimed) {
            return claimed.figure().equals(figure)
                    && (claimed.unit().isEmpty() || claimed.unit().equals(unit));
        }

        /** The same number in another spelling of its unit. */
        Number in(String otherUnit) {
            return new Number(figure, value, Optional.of(otherUnit), written);
        }
    }

    /** A calendar date, as exact as written; a missing year stays missing. */
    record Day(OptionalInt year, Optional<YearMonth> month, Optional<MonthDay> day, String written) implements Token {}

    /** A time of day in minutes after midnight. */
    record Clock(int minutes, String written) implements Token {}

    /** A comma, a colon or a bracket: the clause goes on, a name does not. */
    record Pause() implements Token {}

    /** The end of a clause. */
    record Stop() implements Token {}
}
