package org.anamnesis.prose;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the sentences of a run of clinical text end.
 *
 * <p>Where a rule is in doubt it does not end the sentence: two sentences in one passage are still the chart's words, half of a
 * "no ... or ..." is not. What has no end within a thousand characters is parted where that does least harm.
 */
final class SentenceEnds {

    private static final int LONGEST = 1_000;
    private static final int NEARBY = 60;
    private static final String STOPS = ".?!\u2026";
    private static final String CLOSERS = ")]}\"'\u201D\u2019\u00BB*";
    private static final String BETWEEN = "/,;:\u2013\u2014";
    private static final String OPENERS = "([{\"'\u201C\u2018\u00AB";

    private final String plain;
    private final Span run;

    private SentenceEnds(String plain, Span run) {
        this.plain = plain;
        this.run = run;
    }

    /** The sentences of a run, in order and without the white space around them. */
    static List<Span> split(String plain, Span run) {
        return new SentenceEnds(plain, run).split();
    }

    private List<Span> split() {
        List<Span> sentences = new ArrayList<>();
        int from = run.start();
        int at = from;
        while (at < run.end()) {
            if (STOPS.indexOf(plain.charAt(at)) < 0) {
                at++;
                continue;
            }
            int stopped = past(at, STOPS);
            int after = past(stopped, CLOSERS);
            int next = pastSpace(after);
            if (next < run.end() && ends(from, new Span(at, stopped), after, next)) {
                add(sentences, from, after);
                from = next;
                at = next;
            } else {
                at = stopped;
            }
        }
        add(sentences, from, run.end());
        return sentences;
    }

    private boolean ends(int from, Span stops, int after, int next) {
        boolean standsAlone = stops.start() == from || Characters.isSpace(plain.charAt(stops.start() - 1));
        if (standsAlone) {
            return false;
        }
        if (after == next) {
            return isGlued(from, stops, next);
        }
        char following = plain.charAt(next);
        boolean oneStop = stops.length() == 1 && plain.charAt(stops.start()) == '.';
        return oneStop
                ? Abbreviations.endsSentence(word(from, stops.start()), before(from, stops.start()), words(next))
                : !Character.isLowerCase(following);
    }

    /** A stop with no space behind it, as in "clear.No edema". */
    private boolean isGlued(int from, Span stops, int next) {
        String word = word(from, stops.start());
        return stops.length() == 1
                && plain.charAt(stops.start()) == '.'
                && word.length() > 2
                && word.chars().allMatch(Character::isLowerCase)
                && next + 1 < run.end()
                && Character.isUpperCase(plain.charAt(next))
                && (Character.isLowerCase(plain.charAt(next + 1)) || plain.charAt(next + 1) == ' ')
                && Abbreviations.endsSentence(word, before(from, stops.start()), words(next));
    }

    /** The word in front of a stop. */
    private String word(int from, int stop) {
        return plain.substring(startOfWord(from, stop), stop);
    }

    /** What of the sentence stands in front of that word, a few words of it. */
    private String before(int from, int stop) {
        int start = startOfWord(from, stop);
        return plain.substring(Math.max(from, start - NEARBY), start);
    }

    private int startOfWord(int from, int stop) {
        int start = stop;
        int least = Math.max(from, stop - NEARBY);
        while (start > least && !isBetweenWords(start - 1)) {
            start--;
        }
        return start;
    }

    private boolean isBetweenWords(int at) {
        char one = plain.charAt(at);
        boolean inATime = one == ':' && Character.isDigit(plain.charAt(at + 1));
        return !inATime && (Characters.isSpace(one) || OPENERS.indexOf(one) >= 0 || BETWEEN.indexOf(one) >= 0);
    }

    /** What follows, a few words of it. */
    private String words(int next) {
        return plain.substring(next, Math.min(run.end(), next + NEARBY));
    }

    private int past(int at, String these) {
        int end = at;
        while (end < run.end() && these.indexOf(plain.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private int pastSpace(int at) {
        int end = at;
        while (end < run.end() && Characters.isSpace(plain.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A sentence, in parts where it is too long to be one. */
    private void add(List<Span> sentences, int from, int to) {
        int start = from;
        while (to - start > LONGEST) {
            int cut = cut(start, start + LONGEST);
            sentences.add(new Span(start, endOfWords(start, cut)));
            start = pastSpace(cut);
        }
        int end = endOfWords(start, to);
        if (end > start) {
            sentences.add(new Span(start, end));
        }
    }

    private int cut(int start, int most) {
        int least = start + LONGEST / 2;
        for (int at = most; at > least; at--) {
            if (plain.charAt(at - 1) == ';' && Characters.isSpace(plain.charAt(at))) {
                return at;
            }
        }
        for (int at = most; at > least; at--) {
            if (Characters.isSpace(plain.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(plain.charAt(most)) ? most - 1 : most;
    }

    private int endOfWords(int start, int end) {
        int last = end;
        while (last > start && Characters.isSpace(plain.charAt(last - 1))) {
            last--;
        }
        return last;
    }
}
