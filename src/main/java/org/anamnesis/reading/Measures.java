package org.anamnesis.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Value;
import org.anamnesis.units.Ucum;
import org.anamnesis.units.UnitWriting;

/**
 * Completes a measured quantity by what was measured: beside a temperature "F" is a degree, and temperatures, body
 * weights, lengths and pressures are told a second time in the unit they are compared in. The source's number and unit
 * stay as they are.
 */
final class Measures {

    private static final String LOINC = "http://loinc.org";

    private static final Set<String> TEMPERATURES = Set.of(
            "8310-5", "8328-7", "8329-5", "8330-3", "8331-1", "8332-9", "8333-7", "8334-5", "60955-2", "75539-7");
    private static final Set<String> WEIGHTS =
            Set.of("29463-7", "3141-9", "3142-7", "8335-2", "8339-4", "8340-2", "8341-0", "8346-9", "8350-1", "8351-9");
    private static final Set<String> LENGTHS = Set.of(
            "8302-2", "3137-7", "3138-5", "8301-4", "8305-5", "8306-3", "8308-9", "9843-4", "8287-5", "8280-0",
            "56086-2");

    private static final Pattern TEMPERATURE = Pattern.compile("\\btemp(?:erature)?\\b");
    private static final Pattern WEIGHT = Pattern.compile("^weight\\b|\\b(?:body|birth|admission|daily) ?weight\\b");
    private static final Pattern LENGTH =
            Pattern.compile("^height\\b|\\bbody (?:height|length)\\b|\\b(?:head|waist) circumference\\b");

    /** Units that are converted whatever was measured. */
    private static final Map<String, String> CONVENTIONAL = Map.of(
            "[degF]", "Cel",
            "[lb_av]", "kg",
            "[stone_av]", "kg",
            "[in_i]", "cm",
            "[ft_i]", "cm",
            "kPa", "mm[Hg]",
            "[psi]", "mm[Hg]");

    /** Below this a body weight is an infant's, told to the gram. */
    private static final BigDecimal INFANT_KG = BigDecimal.TEN;

    private Measures() {}

    /** @param measured what the value is of; the parts of a panel have their own */
    static Value completed(Value value, Concept measured) {
        return switch (value) {
            case Value.Quantity quantity -> completed(quantity, measured);
            case Value.Range range ->
                new Value.Range(
                        range.low().map(low -> completed(low, measured)),
                        range.high().map(high -> completed(high, measured)));
            case Value.Ratio ratio -> ratio;
            case Value.Worded worded -> worded;
            case Value.Panel panel ->
                new Value.Panel(panel.components().stream()
                        .map(part -> new Value.Component(part.concept(), completed(part.value(), part.concept())))
                        .toList());
        };
    }

    private static Value.Quantity completed(Value.Quantity quantity, Concept measured) {
        Optional<String> degrees = quantity.ucum().isEmpty() && is(measured, TEMPERATURES, TEMPERATURE)
                ? Ucum.temperatureCodeOf(quantity.unit())
                : Optional.empty();
        Optional<String> code = quantity.ucum().or(() -> degrees);
        String unit = degrees.map(UnitWriting::of).orElse(quantity.unit());
        Optional<Value.Converted> converted = code.flatMap(from -> conventional(from, measured)
                .filter(to -> !to.equals(from))
                .flatMap(to -> Ucum.convert(quantity.number(), from, to).map(number -> converted(number, to))));
        return new Value.Quantity(quantity.number(), unit, code, quantity.comparator(), converted);
    }

    private static Optional<String> conventional(String code, Concept measured) {
        if (is(measured, WEIGHTS, WEIGHT) && Ucum.isConvertible(code, "kg")) {
            return Optional.of("kg");
        }
        if (is(measured, LENGTHS, LENGTH) && Ucum.isConvertible(code, "cm")) {
            return Optional.of("cm");
        }
        return Optional.ofNullable(CONVENTIONAL.get(code));
    }

    private static Value.Converted converted(BigDecimal number, String code) {
        int digits = code.equals("kg") && number.compareTo(INFANT_KG) < 0 ? 3 : 1;
        BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP);
        return new Value.Converted(rounded, UnitWriting.of(code), code);
    }

    private static boolean is(Concept measured, Set<String> loinc, Pattern words) {
        boolean coded = measured.codings().stream()
                .anyMatch(coding -> LOINC.equals(coding.system()) && loinc.contains(coding.code()));
        return coded || words.matcher(measured.text().toLowerCase(Locale.ROOT)).find();
    }
}
