package org.anamnesis.triage;

import java.util.Locale;

/** How many kinds of resources a visit is expected to need (ESI version 4, decision point C). */
public enum Resources {
    NONE(Level.NON_URGENT),
    ONE(Level.LESS_URGENT),
    MANY(Level.URGENT);

    private final Level level;

    Resources(Level level) {
        this.level = level;
    }

    /** The level they stand for where nothing makes a visit more urgent. */
    Level level() {
        return level;
    }

    static Resources of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
