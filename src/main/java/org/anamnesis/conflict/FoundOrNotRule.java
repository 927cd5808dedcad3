package org.anamnesis.conflict;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.wordlist.WordList;

/**
 * A note says that a test found something, and the chart's result that it did not, or the other way round ({@code
 * found-or-not-tests.txt}).
 *
 * <p>A test that came out both ways in the chart contradicts no note.
 */
final class FoundOrNotRule implements ConflictRule {

    private static final int THESE_WEEKS_DAYS = 30;
    private static final String NOT_FOUND = "not detected|negative|no growth|non-reactive|not isolated|-ve|neg|clear";
    private static final String FOUND = "positive|detected|reactive|isolated|\\+ve|pos|grew|growth of|growing";
    private static final Pattern RESULT =
            Pattern.compile("(?<![\\p{L}])(?:(" + NOT_FOUND + ")|(" + FOUND + "))(?![\\p{L}])");
    private static final List<Test> TESTS = WordList.lines("conflict/found-or-not-tests.txt").stream()
            .map(Test::of)
            .toList();

    private record Test(String name, Terms words, Pattern told, Terms names) {

        static Test of(String line) {
            String[] fields = line.split("\\s*\\|\\s*", -1);
            Terms words = Terms.of(fields[1]);
            Pattern told = Pattern.compile("(?<![\\w-])" + words.pattern()
                    + "(?:\\s+(?:swabs?|screen|pcr|tests?|results?|antigen|x\\s?\\d|is|was|were|came back|remains?|both|at \\d+ h(?:ours)?)){0,3}\\s*:?\\s+(?:"
                    + "(" + NOT_FOUND + ")|(" + FOUND + "))(?![\\p{L}])");
            return new Test(fields[0], words, told, Terms.of(fields[2]));
        }

        Optional<Boolean> found(Line line) {
            if (!words.mayBeIn(line)) {
                return Optional.empty();
            }
            Matcher result = told.matcher(line.plain());
            return result.find()
                            && !Cues.isOfRelative(line, result.start())
                            && !Cues.isConditional(line, result.start())
                            && !Cues.isDenied(line, result.start(), result.start())
                    ? Optional.of(result.group(1) == null)
                    : Optional.empty();
        }
    }

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return TESTS.stream().flatMap(test -> conflicts(test, dossier));
    }

    private static Stream<Conflict> conflicts(Test test, Dossier dossier) {
        List<Line> lines = dossier.lines().stream()
                .filter(line -> test.found(line).isPresent())
                .toList();
        if (lines.isEmpty()) {
            return Stream.empty();
        }
        List<Fact> results = dossier.chart()
                .facts(FactKind.RESULT)
                .filter(fact -> test.names().isIn(fact.concept().text().toLowerCase(Locale.ROOT)))
                .filter(fact -> fact.time().isPresent() && found(fact).isPresent())
                .toList();
        boolean bothWays =
                results.stream().map(FoundOrNotRule::found).distinct().count() > 1;
        if (results.isEmpty() || bothWays) {
            return Stream.empty();
        }
        return lines.stream()
                .flatMap(line -> results.stream()
                        .filter(fact -> isBefore(fact, line) && !found(fact).equals(test.found(line)))
                        .limit(1)
                        .map(fact ->
                                new Conflict(Conflict.Kind.MEASUREMENT, test.name(), Sides.of(line), Sides.of(fact))));
    }

    private static boolean isBefore(Fact fact, Line line) {
        long days = ChronoUnit.DAYS.between(fact.time().orElseThrow().date(), line.day());
        return days >= 0 && days <= THESE_WEEKS_DAYS;
    }

    /** Empty where the result has no such words, or has both: "rhinovirus detected, influenza not detected". */
    private static Optional<Boolean> found(Fact fact) {
        String words = fact.value()
                .filter(Value.Worded.class::isInstance)
                .map(Value::text)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        List<Boolean> found = RESULT.matcher(words)
                .results()
                .map(result -> result.group(1) == null)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
