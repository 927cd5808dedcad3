package org.anamnesis.claims;

import java.util.EnumSet;
import java.util.Set;

/** How words of a sentence hang its parts together, after {@code cues.txt}. */
enum Cue {
    NOT,
    ADVICE,
    START,
    STOP,
    FROM,
    UNTIL,
    UP,
    DOWN,
    DOUBLE,
    HALVE,
    TRIPLE,
    SAME,
    PEAK,
    NADIR,
    THEN,
    AFTER,
    BEFORE,
    LATER,
    EARLIER,
    WITHIN,
    SAMEDAY,
    NEXTDAY,
    LASTDAY,
    FIRSTDAY,
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    LAST,
    ORDERED,
    GIVEN,
    HOME,
    DIED,
    BORN,
    FAMILY,
    BECAUSE,
    ALL,
    CERTAIN,
    GREW,
    POSITIVE,
    NEGATIVE,
    SUSCEPTIBLE,
    RESISTANT,
    INTERMEDIATE,
    COUNTED,
    BY,
    AROUND,
    OVER,
    UNDER,
    ADMITTED,
    DISCHARGED,
    ICU,
    ED,
    TRANSFER,
    ALLERGIC,
    LISTED,
    SMOKE,
    AGED;

    static final Set<Cue> STAYS = EnumSet.of(ADMITTED, ICU, ED);
    static final Set<Cue> ORDINALS = EnumSet.of(FIRST, SECOND, THIRD, FOURTH, LAST);
    static final Set<Cue> BOUNDS = EnumSet.of(AROUND, OVER, UNDER);
    static final Set<Cue> RESULTS = EnumSet.of(POSITIVE, NEGATIVE, SUSCEPTIBLE, RESISTANT, INTERMEDIATE, GREW);
    static final Set<Cue> OF_A_HEAD = EnumSet.of(
            START, STOP, UP, DOWN, DOUBLE, HALVE, TRIPLE, SAME, PEAK, NADIR, ORDERED, GIVEN, HOME, BECAUSE, ALL,
            CERTAIN, ALLERGIC, FAMILY);
}
