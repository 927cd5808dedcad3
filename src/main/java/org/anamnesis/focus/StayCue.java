package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A visit or stay a question names: "during the last ICU stay", "before the admission".
 *
 * @param kind which sort of stay
 * @param rank which of them; empty where any is meant
 * @param relation how what is asked about lies to it
 * @param led whether a word like "during" says that something else is asked about
 */
record StayCue(Kind kind, Optional<Rank> rank, Relation relation, boolean led) {

    /** Sorts of stays that people tell apart. */
    enum Kind {
        HOSPITAL,
        INTENSIVE,
        EMERGENCY,
        ANY
    }

    /** How something lies to a stay. */
    enum Relation {
        DURING,
        BEFORE,
        AFTER,
        /** From its beginning on. */
        SINCE
    }

    private static final String LEAD =
            "(?:\\b(in|on|at|during|within|throughout|for|over|from|before|prior to|after|following|since|until)\\s+)?";
    private static final String OWNER =
            "(?:(?:the|their|his/her|his or her|his|her|my|this|that|its|our|a|an)\\s+|[\\w]+'s\\s+)?";
    private static final String WHICH =
            "(?:very\\s+)?(first|last|latest|most recent|newest|current|present|this|previous|final"
                    + "|second|third|second[- ]to[- ]last)";
    private static final String KIND =
            "(hospital|inpatient|icu|intensive care(?: unit)?|ed|er|emergency(?: room| department)?)";
    private static final String NOUN = "(?:visit|stay|encounter|admission|hospitali[sz]ation|episode)";

    /** In the order in which they are tried: the groups are lead, which, kind. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(LEAD + OWNER + WHICH + "\\s+(?:" + KIND + "\\s+)?" + NOUN + "\\b"),
            Pattern.compile("\\b(in|during|within|throughout|before|prior to|after|following|since)\\s+" + OWNER + "(?:"
                    + WHICH + "\\s+)?(?:" + KIND + "\\s+)?(?:visit|stay|encounter|admission|hospitali[sz]ation)\\b"),
            Pattern.compile("\\b(in|during)\\s+(?:the\\s+)?" + WHICH + "?\\s*" + KIND + "\\b"),
            Pattern.compile("\\b(before|after|since)\\s+()(?:the\\s+)?()(?:discharge)\\b"));

    /** Takes all stays that are named. */
    static List<StayCue> take(Wording wording) {
        List<StayCue> cues = new ArrayList<>();
        for (Pattern form : FORMS) {
            for (MatchResult found : wording.takeAll(form)) {
                boolean discharge = form.equals(FORMS.getLast());
                cues.add(new StayCue(
                        kind(found.group(3)),
                        discharge ? Optional.of(Rank.LAST) : rank(found.group(2)),
                        relation(found.group(1), discharge),
                        found.group(1) != null));
            }
        }
        return cues.stream().distinct().toList();
    }

    /** For people. */
    String words() {
        String which = rank.map(place -> "the " + place.words() + " ").orElse("any ");
        String stay = switch (kind) {
            case INTENSIVE -> "intensive care stay";
            case EMERGENCY -> "emergency visit";
            case HOSPITAL, ANY -> "hospital stay";
        };
        return relation.name().toLowerCase(Locale.ROOT) + " " + which + stay;
    }

    private static Kind kind(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return Kind.ANY;
        }
        if (word.startsWith("ic") || word.startsWith("intensive")) {
            return Kind.INTENSIVE;
        }
        return word.startsWith("e") ? Kind.EMERGENCY : Kind.HOSPITAL;
    }

    private static Optional<Rank> rank(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(word.equals("this") || word.equals("present") ? Rank.LAST : Rank.of(word));
    }

    private static Relation relation(@Nullable String lead, boolean discharge) {
        String word = lead == null ? "during" : lead;
        return switch (word) {
            case "before", "prior to" -> discharge ? Relation.DURING : Relation.BEFORE;
            case "until" -> Relation.BEFORE;
            case "after", "following" -> Relation.AFTER;
            case "since", "from" -> discharge ? Relation.AFTER : Relation.SINCE;
            default -> Relation.DURING;
        };
    }
}
