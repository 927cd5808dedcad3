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

    /** A number with the unit written behind it, if any. */
    record Number(BigDecimal value, Optional<String> unit, String written) implements Token {}

    /** A calendar date, as exact as written; a missing year stays missing. */
    record Day(OptionalInt year, Optional<YearMonth> month, Optional<MonthDay> day, String written) implements Token {}

    /** A time of day in minutes after midnight. */
    record Clock(int minutes, String written) implements Token {}

    /** The end of a clause. */
    record Stop() implements Token {}
}
