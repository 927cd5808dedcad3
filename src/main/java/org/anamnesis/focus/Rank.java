package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place in an order of time: the first, the last, the second to last.
 *
 * @param place counted from 1
 * @param fromEnd whether counted from the newest
 */
record Rank(int place, boolean fromEnd) {

    static final Rank FIRST = new Rank(1, false);
    static final Rank LAST = new Rank(1, true);

    /** The longer words first: "second to last" is neither "second" nor "last". */
    private static final List<Cue> CUES = List.of(
            cue("second[- ]to[- ](?:the )?last|next to last|last but one|penultimate", new Rank(2, true)),
            cue("third[- ]to[- ](?:the )?last", new Rank(3, true)),
            cue("most recent(?:ly)?|latest|newest|last|final|current(?:ly)?|at present|right now|nowadays", LAST),
            cue("first|earliest|initial(?:ly)?|oldest", FIRST),
            cue("second", new Rank(2, false)),
            cue("third", new Rank(3, false)));

    private record Cue(Pattern pattern, Rank rank) {}

    /** Takes all places that are named; none where the question is about all there is. */
    static List<Rank> take(Wording wording) {
        Set<Rank> ranks = new LinkedHashSet<>();
        for (Cue cue : CUES) {
            if (!wording.takeAll(cue.pattern()).isEmpty()) {
                ranks.add(cue.rank());
            }
        }
        return List.copyOf(ranks);
    }

    /** The place that one word names. */
    static Rank of(String word) {
        return CUES.stream()
                .filter(cue -> cue.pattern().matcher(word).matches())
                .map(Cue::rank)
                .findFirst()
                .orElse(LAST);
    }

    /** What stands at this place of a list in order of time, with all that are equal to it; empty where the list is shorter. */
    <T> List<T> of(List<List<T>> inOrder) {
        int index = fromEnd ? inOrder.size() - place : place - 1;
        return index >= 0 && index < inOrder.size() ? new ArrayList<>(inOrder.get(index)) : List.of();
    }

    /** For people. */
    String words() {
        String count = switch (place) {
            case 1 -> "";
            case 2 -> "second ";
            default -> "third ";
        };
        return fromEnd ? (place == 1 ? "last" : count + "to last") : (place == 1 ? "first" : count.strip());
    }

    private static Cue cue(String words, Rank rank) {
        return new Cue(Pattern.compile("\\b(?:" + words + ")\\b"), rank);
    }
}
