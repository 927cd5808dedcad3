package org.anamnesis.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Value;
import org.anamnesis.units.UnitWriting;

/** Reads numbers of a chart as inputs: in the score's unit, within what a measurement can be, or refused. */
final class Numbers {

    /** A number that an EHR keeps as words, e.g. {@code 98 %} or {@code 7/10}. */
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,7}(?:\\.\\d{1,6})?)\\s*([^\\d\\s].{0,20}|)");

    private static final int SHOWN_DIGITS = 1;
    private static final String OUT_OF_TEN = "/10";

    private Numbers() {}

    /** Empty where nothing that could be a number stands there. */
    static Optional<Reading<BigDecimal>> read(Sighting place) {
        return place.value().flatMap(value -> switch (value) {
            case Value.Quantity quantity -> Optional.of(quantity(place, quantity));
            case Value.Worded words -> words(place, words.concept());
            case Value.Range ignored -> Optional.of(Reading.refused(place, "a range, not one number"));
            case Value.Ratio ratio -> ratio(place, ratio);
            case Value.Panel ignored -> Optional.empty();
        });
    }

    private static Reading<BigDecimal> quantity(Sighting place, Value.Quantity quantity) {
        if (quantity.comparator().isPresent()) {
            return Reading.refused(place, "a bound, not one number");
        }
        String unit = quantity.ucum()
                .filter(code -> isKnown(place, code) || isAnnotation(code))
                .orElse(quantity.unit());
        return number(place, quantity.number(), unit);
    }

    /** {@code {score}} is written as nothing, and is not the same as no unit. */
    private static boolean isAnnotation(String code) {
        return code.startsWith("{");
    }

    private static boolean isKnown(Sighting place, String unit) {
        return converted(place.parameter(), BigDecimal.ONE, unit).isPresent();
    }

    /** A coma score's part may be a word that stands for a number; every other number stands in digits. */
    private static Optional<Reading<BigDecimal>> words(Sighting place, Concept said) {
        Matcher written = WRITTEN.matcher(said.text().strip());
        if (written.matches()) {
            String unit = written.group(2).strip();
            return Optional.of(number(place, new BigDecimal(written.group(1)), unit.equals(OUT_OF_TEN) ? "" : unit));
        }
        return WordTable.value(place.parameter(), said)
                .map(value -> value.matches("\\d+")
                        ? Reading.taken(place, new BigDecimal(value), place.text() + " = " + value)
                        : Reading.<BigDecimal>refused(place, "no number: " + value))
                .or(() -> isAbsent(said) ? Optional.empty() : Optional.of(Reading.refused(place, "no number")));
    }

    /** A source's own reason for having no value is no value. */
    private static boolean isAbsent(Concept said) {
        return said.text().startsWith("no value");
    }

    /** Some EHRs write a share as 94 of 100. */
    private static Optional<Reading<BigDecimal>> ratio(Sighting place, Value.Ratio ratio) {
        BigDecimal whole = ratio.denominator().number();
        if (whole.signum() <= 0 || !place.parameter().unit().equals("%")) {
            return Optional.of(Reading.refused(place, "a ratio, not one number"));
        }
        BigDecimal share = ratio.numerator().number().divide(whole, MathContext.DECIMAL64);
        return Optional.of(number(place, share, "1"));
    }

    private static Reading<BigDecimal> number(Sighting place, BigDecimal number, String unit) {
        InputRow row = InputTable.of(place.parameter());
        String stated = unit.isBlank() ? place.unitInName() : unit;
        List<String> possible = stated.isEmpty() ? row.unstated() : List.of(stated);
        if (possible.isEmpty()) {
            return Reading.refused(place, "no unit stands with it");
        }
        List<BigDecimal> read = possible.stream()
                .flatMap(each -> converted(place.parameter(), number, each).stream())
                .toList();
        if (read.isEmpty()) {
            return Reading.refused(place, "the unit is not known for this");
        }
        InputRow.Plausible plausible = row.plausible().orElseThrow();
        List<BigDecimal> held = read.stream().filter(plausible::holds).toList();
        if (held.size() != 1) {
            String written = row.unit().map(UnitWriting::of).orElse("");
            return Reading.refused(place, ("outside " + plausible + " " + written).strip());
        }
        return Reading.taken(place, held.getFirst(), shown(place, number, held.getFirst()));
    }

    private static Optional<BigDecimal> converted(Parameter parameter, BigDecimal number, String unit) {
        return ScoreUnits.convert(number, unit, parameter);
    }

    /** As the chart has it, and in the score's unit where that is another. */
    private static String shown(Sighting place, BigDecimal written, BigDecimal taken) {
        if (written.compareTo(taken) == 0) {
            return place.text();
        }
        int digits = Math.min(Math.max(taken.stripTrailingZeros().scale(), 0), SHOWN_DIGITS);
        return place.text() + " = "
                + (taken.setScale(digits, RoundingMode.HALF_UP).toPlainString() + " "
                                + UnitWriting.of(place.parameter().unit()))
                        .strip();
    }
}
