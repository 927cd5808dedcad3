package org.anamnesis.reading;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Value;
import org.anamnesis.units.Ucum;
import org.anamnesis.units.UnitWriting;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.SampledData;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** FHIR data types as values: numbers with the source's digits, units as people read them, UCUM codes kept. */
final class Values {

    private static final String UCUM = "http://unitsofmeasure.org";

    /** A longer number is nobody's measurement, and written out it could fill the memory. */
    private static final int MAX_DIGITS = 64;

    private static final int MAX_EXPONENT = 40;
    private static final Pattern ANNOTATION = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, String> READABLE_UNITS = Map.of("degF", "°F", "Cel", "°C", "degC", "°C");

    /** Nothing but UCUM puts a unit in brackets. */
    private static final Pattern BRACKETS = Pattern.compile("\\[\\p{Alpha}.*]");

    private static final Map<String, String> DEGREES = Map.of("[degF]", "°F", "Cel", "°C");

    private Values() {}

    /** The value of a choice element; empty where there is none, or none that words could tell. */
    static Optional<Value> of(@Nullable Type type) {
        return switch (type) {
            case null -> Optional.empty();
            case Quantity quantity -> quantity(quantity);
            case Range range -> range(range.getLow(), range.getHigh());
            case Ratio ratio -> ratio(ratio);
            case CodeableConcept concept ->
                Absences.isMissing(concept)
                        ? Optional.empty()
                        : Words.concept(concept).map(Value.Worded::new);
            case Coding coding -> of(new CodeableConcept(coding));
            case IntegerType integer -> number(integer.getValue() == null ? null : new BigDecimal(integer.getValue()));
            case DecimalType decimal -> number(decimal.getValue());
            case BooleanType told -> told.hasValue() ? worded(told.getValue() ? "yes" : "no") : Optional.empty();
            case BaseDateTimeType time -> Times.of(time).flatMap(known -> worded(known.text()));
            case Period period -> period(period);
            case SampledData ignored -> worded("waveform, not shown");
            case PrimitiveType<?> primitive -> worded(primitive.getValueAsString());
            default -> Optional.empty();
        };
    }

    static Optional<Value> quantity(Quantity quantity) {
        BigDecimal number = quantity.getValue();
        if (number == null) {
            return worded(quantity.getUnit());
        }
        if (!isMeasurable(number)) {
            return worded("number out of range");
        }
        return Optional.of(measured(quantity, number));
    }

    /** Only where it is a number that can be written out. */
    static Optional<Value.Quantity> measured(Quantity quantity) {
        return Optional.ofNullable(quantity.getValue())
                .filter(Values::isMeasurable)
                .map(number -> measured(quantity, number));
    }

    static Optional<Value> range(Quantity low, Quantity high) {
        Optional<Value.Quantity> from = measured(low);
        Optional<Value.Quantity> to = measured(high);
        return from.isEmpty() && to.isEmpty() ? Optional.empty() : Optional.of(new Value.Range(from, to));
    }

    static Optional<Value> worded(@Nullable String words) {
        return Words.nonBlank(words).map(text -> new Value.Worded(Concept.of(text)));
    }

    private static Value.Quantity measured(Quantity quantity, BigDecimal number) {
        Optional<String> comparator = quantity.hasComparator()
                ? Words.nonBlank(quantity.getComparator().toCode())
                : Optional.empty();
        Optional<String> written = Words.nonBlank(quantity.getUnit()).or(() -> Words.nonBlank(quantity.getCode()));
        Optional<String> coded = Words.nonBlank(quantity.getCode()).filter(code -> UCUM.equals(quantity.getSystem()));
        if (coded.isPresent() && contradicts(written.orElse(""), coded.get())) {
            String both = written.orElse("") + " (coded " + coded.get() + ")";
            return new Value.Quantity(number, both, Optional.empty(), comparator);
        }
        Optional<String> ucum = coded.map(
                        code -> Ucum.isValid(code) ? code : Ucum.codeOf(code).orElse(code))
                .or(() -> written.flatMap(Ucum::codeOf));
        // "F" alone is a farad: where the code says degrees, it decides.
        Optional<String> degrees = ucum.filter(DEGREES::containsKey);
        String unit = degrees.or(() -> coded.filter(code -> code.equals(written.orElse(""))))
                .map(UnitWriting::of)
                .or(() -> written.map(Values::readable))
                .orElse("");
        return new Value.Quantity(number, unit, ucum, comparator);
    }

    /** Whether the words say another unit than the code: then neither can be counted with. */
    private static boolean contradicts(String written, String code) {
        return !written.equals(code)
                && Ucum.codeOf(written)
                        .filter(meant -> !meant.equals(code))
                        .filter(meant -> Ucum.isValid(code))
                        .flatMap(meant -> Ucum.convert(BigDecimal.ONE, meant, code)
                                .map(one -> one.compareTo(BigDecimal.ONE) != 0)
                                .or(() -> Optional.of(true)))
                        .orElse(false);
    }

    private static Optional<Value> ratio(Ratio ratio) {
        Optional<Value.Quantity> numerator = measured(ratio.getNumerator());
        Optional<Value.Quantity> denominator = measured(ratio.getDenominator());
        return numerator.flatMap(above -> denominator.map(below -> new Value.Ratio(above, below)));
    }

    private static Optional<Value> number(@Nullable BigDecimal number) {
        if (number == null) {
            return Optional.empty();
        }
        return isMeasurable(number)
                ? Optional.of(new Value.Quantity(number, "", Optional.empty(), Optional.empty()))
                : worded("number out of range");
    }

    private static Optional<Value> period(Period period) {
        String from = Times.of(period.getStartElement()).map(ClinicalTime::text).orElse("");
        String to = Times.of(period.getEndElement()).map(ClinicalTime::text).orElse("");
        return worded(to.isEmpty() ? from : from + " to " + to);
    }

    /** Whether a number has so few digits that it can be written out without an exponent. */
    static boolean isMeasurable(BigDecimal number) {
        return number.precision() <= MAX_DIGITS
                && Math.abs((long) number.precision() - number.scale()) <= MAX_EXPONENT
                && Math.abs((long) number.scale()) <= MAX_EXPONENT;
    }

    /** The source's words as they are; only what is UCUM's beyond doubt is written otherwise. */
    private static String readable(String unit) {
        String written = unit.strip();
        String known = READABLE_UNITS.get(written);
        if (known != null) {
            return known;
        }
        if (written.equals("1")) {
            return "";
        }
        if (BRACKETS.matcher(written).find()) {
            return UnitWriting.of(written);
        }
        Matcher annotation = ANNOTATION.matcher(written);
        return annotation.matches() ? Objects.requireNonNull(annotation.group(1)) : written;
    }
}
