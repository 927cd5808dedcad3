package org.anamnesis.conflict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.chart.Concept;
import org.anamnesis.wordlist.WordList;

/**
 * A test or vital sign, and how notes state its value ({@code tests.txt}).
 *
 * @param name its name
 * @param words its words in notes
 * @param stated its words with a number behind them
 * @param names its names in the chart
 * @param byTheHour whether only a measurement of the same hour can be meant
 */
record TestWords(String name, Terms words, Pattern stated, Set<String> names, boolean byTheHour) {

    private static final String VALUE = "(?:\\s+(?:is|today|now|of|this morning|this am))?\\s*[:=]?\\s*"
            + "(\\d{1,4}(?:\\.\\d{1,3})?)(?![\\d.]*\\d)\\s*(%|[a-z]+/[a-z]+|kg|lbs?|cm|mmol|g/l)?";
    private static final Pattern NOT_THE_VALUE = Pattern.compile(
            "(?:<|>|\u2264|\u2265|\\b(?:target|goal|aim|dry|ideal|usual|baseline|normal|if|under|below|above|over|less than|more than"
                    + "|until|keep|from|was|were|previous|previously|last|yesterday|peak|nadir|max|lowest|highest|estimated|about"
                    + "|approximately|around|gain|loss|lost|gained|birth|pre|post|repeat|recheck|outside|old|pleural|fluid|urine"
                    + "|urinary|csf|ascitic|drain|cord))\\b[^.;,]{0,20}$");
    private static final Pattern OF_ANOTHER_TIME = Pattern.compile(
            "^[^.;,(]{0,25}?\\b(?:yesterday|in (?:\\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)|last (?:week|month|year)"
                    + "|on \\d|at \\d|ago|target|goal|on admission|on arrival|at baseline|at home)\\b"
                    + "|^\\s*(?:to|-|\u2013)\\s*\\d|^\\s*(?:x\\s*)?10|^\\s*[/:]");

    private static final Pattern OF_A_FLUID =
            Pattern.compile("\\b(?:urine|csf|fluid|pleural|ascitic|stool|sweat|venous cord|cord)\\b");

    /**
     * A value that a sentence states.
     *
     * @param number the number
     * @param unit its unit, where the sentence has one
     */
    record Stated(BigDecimal number, Optional<String> unit) {}

    static TestWords of(String line) {
        String[] fields = line.split("\\s*\\|\\s*", -1);
        Terms words = Terms.of(fields[1]);
        return new TestWords(
                fields[0],
                words,
                Pattern.compile("(?<![\\w-])" + words.pattern() + VALUE),
                Set.copyOf(WordList.terms(fields[2])),
                fields.length > 3 && fields[3].equals("hour"));
    }

    boolean isNameOf(Concept concept) {
        String plain = concept.text().toLowerCase(Locale.ROOT);
        String first = plain.split(",", 2)[0].strip();
        return names.contains(plain)
                || (names.contains(first) && !OF_A_FLUID.matcher(plain).find());
    }

    /** The present values that a sentence states: no old one, no target, no bound. */
    List<Stated> in(Line line) {
        List<Stated> values = new ArrayList<>();
        if (!words.mayBeIn(line)) {
            return values;
        }
        Matcher found = stated.matcher(line.plain());
        while (found.find()) {
            boolean present = isPresent(line.plain(), found.start(), found.end())
                    && !Cues.isDenied(line, found.start(), found.start())
                    && !Cues.isOfRelative(line, found.start())
                    && !Cues.has(line.clauseAt(found.start()).text(), "one-off");
            if (present) {
                values.add(value(found));
            }
        }
        return values;
    }

    /** The present value that a report's words state. */
    Optional<Stated> inReport(String report) {
        String plain = report.toLowerCase(Locale.ROOT);
        if (!words.mayBeIn(plain)) {
            return Optional.empty();
        }
        Matcher found = stated.matcher(plain);
        while (found.find()) {
            if (isPresent(plain, found.start(), found.end())) {
                return Optional.of(value(found));
            }
        }
        return Optional.empty();
    }

    private static boolean isPresent(String plain, int start, int end) {
        return !NOT_THE_VALUE.matcher(plain.substring(0, start)).find()
                && !OF_ANOTHER_TIME.matcher(plain.substring(end)).find();
    }

    private static Stated value(Matcher found) {
        return new Stated(new BigDecimal(found.group(1)), Optional.ofNullable(found.group(2)));
    }
}
