package org.anamnesis.deidentification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what has a form of its own; a group of the pattern named {@code id} is the identifier, else all of it. */
final class PatternRecognizer implements Recognizer {

    private final Kind kind;
    private final Pattern pattern;
    private final BiPredicate<String, MatchResult> holds;
    private final boolean hasGroup;

    PatternRecognizer(Kind kind, String pattern) {
        this(kind, pattern, (text, match) -> true);
    }

    /** @param holds whether a match is one, seen with all of the text */
    PatternRecognizer(Kind kind, String pattern, BiPredicate<String, MatchResult> holds) {
        this.kind = kind;
        this.pattern = Pattern.compile(pattern);
        this.holds = holds;
        this.hasGroup = pattern.contains("(?<id>");
    }

    @Override
    public List<Found> find(String text, List<Found> known) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int start = hasGroup ? matcher.start("id") : matcher.start();
            int end = hasGroup ? matcher.end("id") : matcher.end();
            if (end > start && holds.test(text, matcher.toMatchResult())) {
                Found one = new Found(start, end, kind);
                if (known.stream().noneMatch(one::overlaps)) {
                    found.add(one);
                }
            }
        }
        return found;
    }
}
