package org.anamnesis.triage;

import java.util.Arrays;

/** The five levels of the Emergency Severity Index, the most urgent first. */
public enum Level {
    IMMEDIATE(1),
    EMERGENT(2),
    URGENT(3),
    LESS_URGENT(4),
    NON_URGENT(5);

    private final int number;

    Level(int number) {
        this.number = number;
    }

    /** 1 is the most urgent. */
    public int number() {
        return number;
    }

    public static Level of(int number) {
        return Arrays.stream(values())
                .filter(level -> level.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("levels are 1 to 5"));
    }

    /** The more urgent of the two. */
    public Level orMoreUrgent(Level other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isMoreUrgentThan(Level other) {
        return compareTo(other) < 0;
    }
}
