package org.anamnesis.conflict;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.wordlist.WordList;

/**
 * A note states a value that was measured on its day, or within its hour for what changes by the hour, and no measurement of
 * the chart has it.
 *
 * <p>A value of another day, a target and a bound are no such statement. What any other measurement has may be that one.
 */
final class MeasurementRule implements ConflictRule {

    private static final List<TestWords> TESTS =
            WordList.lines("conflict/tests.txt").stream().map(TestWords::of).toList();
    private static final int HOUR_MINUTES = 60;

    /** A measurement, by itself or in the words of a report. */
    private record Measured(Fact fact, BigDecimal number, String unit) {}

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return TESTS.stream().flatMap(test -> {
            // The notes name few tests, the chart has many measurements of each: the notes are looked through first.
            List<Line> naming = dossier.lines().stream()
                    .filter(line -> !test.in(line).isEmpty())
                    .toList();
            List<Measured> measured = naming.isEmpty() ? List.of() : measured(test, dossier);
            return measured.isEmpty()
                    ? Stream.empty()
                    : naming.stream().flatMap(line -> conflict(test, line, measured).stream());
        });
    }

    private static List<Measured> measured(TestWords test, Dossier dossier) {
        return Stream.of(FactKind.RESULT, FactKind.VITAL)
                .flatMap(dossier.chart()::facts)
                .filter(fact -> fact.time().isPresent())
                .flatMap(fact -> measured(test, fact).stream())
                .toList();
    }

    private static Optional<Measured> measured(TestWords test, Fact fact) {
        return fact.value().flatMap(value -> switch (value) {
            case Value.Quantity quantity ->
                test.isNameOf(fact.concept()) && quantity.comparator().isEmpty()
                        ? Optional.of(new Measured(fact, quantity.number(), quantity.unit()))
                        : Optional.empty();
            case Value.Worded report ->
                test.inReport(report.text())
                        .map(stated -> new Measured(
                                fact, stated.number(), stated.unit().orElse("")));
            case Value.Range range -> Optional.empty();
            case Value.Ratio ratio -> Optional.empty();
            case Value.Panel panel -> Optional.empty();
        });
    }

    private static Optional<Conflict> conflict(TestWords test, Line line, List<Measured> measured) {
        return test.in(line).stream()
                .flatMap(value -> otherwise(test, line, value, measured).stream())
                .findFirst()
                .map(fact -> new Conflict(Conflict.Kind.MEASUREMENT, test.name(), Sides.of(line), Sides.of(fact)));
    }

    private static Optional<Fact> otherwise(
            TestWords test, Line line, TestWords.Stated value, List<Measured> measured) {
        List<Measured> comparable =
                measured.stream().filter(one -> isComparable(one, value)).toList();
        boolean known = comparable.stream().anyMatch(one -> isThat(one, value.number()));
        return comparable.stream()
                .filter(one -> !known && isOfItsTime(test, one, line))
                .map(Measured::fact)
                .findFirst();
    }

    private static boolean isOfItsTime(TestWords test, Measured one, Line line) {
        ClinicalTime measured = one.fact().time().orElseThrow();
        ClinicalTime written = line.note().time().orElseThrow();
        if (!test.byTheHour()) {
            return measured.date().equals(written.date());
        }
        boolean exact = measured.precision() == ClinicalTime.Precision.MINUTE
                && written.precision() == ClinicalTime.Precision.MINUTE;
        return exact && Math.abs(ChronoUnit.MINUTES.between(measured.local(), written.local())) <= HOUR_MINUTES;
    }

    /** In the same unit; where one gives none, near enough to be in it. */
    private static boolean isComparable(Measured measured, TestWords.Stated value) {
        boolean near = value.number().doubleValue() > measured.number().doubleValue() / 2
                && value.number().doubleValue() < measured.number().doubleValue() * 2;
        return measured.unit().isEmpty()
                ? near
                : value.unit()
                        .map(MeasurementRule::plain)
                        .map(plain(measured.unit())::equals)
                        .orElse(near);
    }

    /** {@code µ} and {@code mcg} as notes write them on a keyboard. */
    private static String plain(String unit) {
        return unit.toLowerCase(Locale.ROOT).replace('µ', 'u').replaceFirst("^mcg\\b", "ug");
    }

    /** The same number, as exactly as the less exact of both is written. */
    private static boolean isThat(Measured measured, BigDecimal value) {
        int digits = Math.max(0, Math.min(value.scale(), measured.number().scale()));
        BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
        return measured.number().subtract(value).abs().compareTo(step) < 0;
    }
}
