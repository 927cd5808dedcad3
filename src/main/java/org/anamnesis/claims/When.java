package org.anamnesis.claims;

import java.math.BigDecimal;

/** When something is said to be, as it is said. */
sealed interface When {

    /** On a date, from or until it, before or after it. */
    record On(Day day, Cue role) implements When {}

    /** At one of several times. */
    record Either(java.util.List<When> times) implements When {}

    /** From one date to another. */
    record Between(Day first, Day last) implements When {}

    /** At a time of day. */
    record At(int minutes) implements When {}

    /** At an age of the patient. */
    record AtAge(int years) implements When {}

    /**
     * So long before or after something.
     *
     * @param later whether after it
     */
    record Apart(Amount span, boolean later, Anchor anchor) implements When {}

    /** Not further from something than that. */
    record Within(Amount span, Anchor anchor) implements When {}

    /** On the day of what the sentence spoke of before, or on the day behind it. */
    record SameDay(int days) implements When {}

    /**
     * On the last day of a stay, or on the first.
     *
     * @param atOnce "on arrival", "at discharge": the first, or the last, that was measured on that day
     */
    record DayOfStay(boolean last, boolean atOnce) implements When {}

    /** During a stay of a kind: in the emergency department, in intensive care. */
    record In(String stay) implements When {}

    /** Lasting so long. */
    record Lasting(Amount span) implements When {}

    /** What a time is counted from. */
    enum Anchor {
        PREVIOUS,
        NEXT,
        ADMISSION,
        DISCHARGE,
        BIRTH,
        DEATH
    }

    /** Days in a span's unit. */
    static double days(Amount span) {
        BigDecimal value = span.value();
        return value.doubleValue()
                * switch (span.unit().orElse("d")) {
                    case "s" -> 1.0 / 86_400;
                    case "min" -> 1.0 / 1_440;
                    case "h" -> 1.0 / 24;
                    case "wk" -> 7;
                    case "mo" -> 30.44;
                    case "a" -> 365.25;
                    default -> 1;
                };
    }
}
