package org.anamnesis.claims;

import java.util.EnumSet;
import java.util.Set;

/** In which manner something is said, after {@code manners.txt}. */
enum Manner {
    DENIED,
    DENIES_BEFORE,
    PLANNED,
    UNSURE,
    IF,
    FAMILY,
    FORMERLY,
    NOW,
    BECAUSE,
    LEADS,
    REPLACES,
    REPLACED,
    AFTER,
    BEFORE,
    THAN,
    DESPITE;

    /** Those that must be the same in a sentence and in what bears it out. */
    static final Set<Manner> SAME = EnumSet.of(PLANNED, UNSURE, IF, FAMILY);

    /** Those that set two things in a relation: both sides must stand on the same side of it. */
    static final Set<Manner> RELATIONS = EnumSet.of(BECAUSE, LEADS, REPLACES, REPLACED, AFTER, BEFORE, THAN, DESPITE);
}
