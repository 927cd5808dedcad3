package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question's words, of which each reader takes what it understands; what is taken leaves a gap behind. */
final class Wording {

    private static final char GAP = '\u0001';

    private final StringBuilder left;

    Wording(String question) {
        this.left = new StringBuilder(Phrase.folded(question));
    }

    /** A word that nobody has taken, and where it stands. */
    record Word(String text, int start, int end) {}

    /** Takes the first match. */
    Optional<MatchResult> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(left);
        if (!matcher.find()) {
            return Optional.empty();
        }
        MatchResult found = matcher.toMatchResult();
        take(found.start(), found.end());
        return Optional.of(found);
    }

    /** Takes all matches. */
    List<MatchResult> takeAll(Pattern pattern) {
        List<MatchResult> all = new ArrayList<>();
        for (Optional<MatchResult> next = take(pattern); next.isPresent(); next = take(pattern)) {
            all.add(next.get());
        }
        return all;
    }

    void take(int start, int end) {
        for (int i = start; i < end; i++) {
            left.setCharAt(i, GAP);
        }
    }

    boolean has(Pattern pattern) {
        return pattern.matcher(left).find();
    }

    /** What is left, for those who look at it without taking it. */
    String text() {
        return left.toString();
    }

    /** The words that are left, in order. */
    List<Word> words() {
        return Phrase.WORD
                .matcher(left)
                .results()
                .map(word -> new Word(word.group(), word.start(), word.end()))
                .toList();
    }

    /** What stands between two places, a gap where somebody took something. */
    String between(int end, int start) {
        return left.substring(end, start);
    }

    /** Whether something was taken between two places. */
    boolean isGap(int end, int start) {
        return between(end, start).indexOf(GAP) >= 0;
    }
}
