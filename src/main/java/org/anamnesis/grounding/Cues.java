package org.anamnesis.grounding;

import java.util.Map;
import java.util.Set;

/** Words that say how the words and numbers around them are to be read. */
final class Cues {

    /** That a value is the newest of its kind. */
    static final Set<String> NEWEST = Set.of("latest", "last", "newest", "recent", "now");

    /** That the number behind it is beyond all others of its kind: 1 above, -1 below. */
    static final Map<String, Integer> EXTREMES =
            Map.of("highest", 1, "peak", 1, "peaked", 1, "maximum", 1, "lowest", -1, "nadir", -1, "minimum", -1);

    /** That what follows came before what was said last. */
    static final Set<String> EARLIER = Set.of("previous", "previously", "prior", "earlier", "after", "was");

    /** That what follows came after what was said last. */
    static final Set<String> LATER = Set.of("now", "then", "later", "followed", "before");

    /** That the date behind it is a beginning. */
    static final Set<String> BEGINS =
            Set.of("since", "from", "began", "begun", "start", "started", "onset", "ordered", "dated", "admitted");

    /** That the date behind it is an end. */
    static final Set<String> ENDS =
            Set.of("until", "till", "through", "ended", "stopped", "discontinued", "held", "resolved", "discharged");

    /** That the number behind it is a dose. */
    static final Set<String> TAKEN = Set.of("dose", "dosed", "take", "takes", "taking", "taken");

    /** That a number is of all that was named. */
    static final Set<String> OF_ALL = Set.of("both", "were", "are");

    /** Units of how often a dose is taken. */
    static final Set<String> PERIODS = Set.of("daily", "day", "weekly", "week", "hourly", "hour", "monthly", "month");

    /** What has been done: no order and no appointment bears it out. */
    static final Set<String> HAPPENED =
            Set.of("performed", "underwent", "undergone", "given", "administered", "received", "done", "attended");

    /** What makes "daily" another frequency. */
    static final Set<String> MULTIPLIERS = Set.of(
            "twice", "thrice", "two", "three", "four", "five", "six", "time", "every", "other", "alternate", "needed");

    /** That one thing is the reason, the cause or the time of another, which the other's fact must say. */
    static final Set<String> LINKS = Set.of("for", "after", "before", "from", "during", "by");

    private Cues() {}
}
