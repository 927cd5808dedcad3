package org.anamnesis.conflict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;

/**
 * A note states a value that was measured on its day, and no measurement of the chart has it.
 *
 * <p>A value of another day, a target and a bound are no such statement. What any earlier measurement has may be that one.
 */
final class MeasurementRule implements ConflictRule {

    private static final List<Test> TESTS =
            WordFile.lines("tests.txt").stream().map(Test::of).toList();
    private static final Pattern NOT_THE_VALUE = Pattern.compile(
            "(?:<|>|\u2264|\u2265|\\b(?:target|goal|aim|dry|ideal|usual|baseline|normal|if|under|below|above|over|less than|more than|until|keep|from|was"
                    + "|previous|previously|last|yesterday|peak|nadir|max|lowest|highest|estimated|about|approximately|around|gain|loss|lost|gained"
                    + "|birth|pre|post|repeat|recheck|outside|old|pleural|fluid|urine|urinary|csf|ascitic|drain|cord))\\b[^.;,]{0,20}$");
    private static final Pattern OF_ANOTHER_TIME = Pattern.compile(
            "^[^.;,]{0,25}?\\b(?:yesterday|in (?:january|february|march|april|may|june|july|august|september|october|november|december)"
                    + "|last (?:week|month|year)|on \\d|at \\d|ago|target|goal|on admission|at baseline)\\b|^\\s*(?:to|-|\u2013)\\s*\\d|^\\s*(?:x\\s*)?10|^\\s*[/:]");

    private record Test(String name, Terms words, Pattern stated, Set<String> names) {

        static Test of(String line) {
            String[] fields = line.split("\\s*\\|\\s*", -1);
            Terms words = Terms.of(fields[1]);
            Pattern stated = Pattern.compile("(?<![\\w-])" + words.pattern()
                    + "(?:\\s+(?:is|today|now|of|this morning|this am))?\\s*[:=]?\\s*(\\d{1,4}(?:\\.\\d{1,3})?)(?![\\d.]*\\d)\\s*(%|[a-z]+/[a-z]+|kg|lbs?|lb|cm|mmol|g/l)?");
            return new Test(fields[0], words, stated, Set.copyOf(WordFile.terms(fields[2])));
        }
    }

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        List<Conflict> conflicts = new ArrayList<>();
        for (Test test : TESTS) {
            List<Fact> measured = Stream.of(FactKind.RESULT, FactKind.VITAL)
                    .flatMap(dossier.chart()::facts)
                    .filter(fact -> fact.quantity().isPresent() && fact.time().isPresent())
                    .filter(fact -> test.names().contains(fact.concept().text().toLowerCase(Locale.ROOT)))
                    .toList();
            if (!measured.isEmpty()) {
                dossier.lines().stream()
                        .filter(test.words()::mayBeIn)
                        .flatMap(line -> conflict(test, line, measured).stream())
                        .forEach(conflicts::add);
            }
        }
        return conflicts.stream();
    }

    private static Optional<Conflict> conflict(Test test, Line line, List<Fact> measured) {
        Matcher stated = test.stated().matcher(line.plain());
        while (stated.find()) {
            boolean now = !NOT_THE_VALUE.matcher(line.plain().substring(0, stated.start())).find()
                    && !OF_ANOTHER_TIME.matcher(line.plain().substring(stated.end())).find()
                    && !Cues.isDenied(line, stated.start(), stated.start())
                    && !Cues.isOfRelative(line, stated.start());
            BigDecimal value = new BigDecimal(stated.group(1));
            List<Fact> comparable = measured.stream()
                    .filter(fact -> isComparable(fact.quantity().orElseThrow(), value, Optional.ofNullable(stated.group(2))))
                    .toList();
            Optional<Fact> ofTheDay = comparable.stream()
                    .filter(fact -> fact.time().orElseThrow().date().equals(line.day()))
                    .findFirst();
            if (now && ofTheDay.isPresent() && comparable.stream().noneMatch(fact -> isThat(fact, value))) {
                return Optional.of(new Conflict(
                        Conflict.Kind.MEASUREMENT, test.name(), Sides.of(line), Sides.of(ofTheDay.get())));
            }
        }
        return Optional.empty();
    }

    /** In the same unit; where the note gives none, near enough to be in it. */
    private static boolean isComparable(Value.Quantity measured, BigDecimal value, Optional<String> unit) {
        if (measured.comparator().isPresent()) {
            return false;
        }
        String own = measured.unit().toLowerCase(Locale.ROOT);
        return unit.map(own::equals)
                .orElseGet(() -> value.doubleValue() > measured.number().doubleValue() / 2
                        && value.doubleValue() < measured.number().doubleValue() * 2);
    }

    /** The same number, as exactly as the less exact of both is written. */
    private static boolean isThat(Fact fact, BigDecimal value) {
        BigDecimal measured = fact.quantity().orElseThrow().number();
        int scale = Math.min(value.scale(), measured.scale());
        BigDecimal step = BigDecimal.ONE.movePointLeft(Math.max(0, scale));
        return measured.subtract(value).abs().compareTo(step) < 0;
    }
}
