package org.anamnesis.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What was found: a measured quantity, a range, a ratio, words, or the parts of a panel. */
public sealed interface Value {

    /** The value as a clinician would write it, e.g. {@code 5.9 mmol/L}. */
    String text();

    /**
     * A number with a unit, as the source wrote it.
     *
     * @param number the number, with the source's precision
     * @param unit the unit as read by people; empty where the source gave none
     * @param ucum the UCUM code, where the source gave one or its words can mean only one
     * @param comparator {@code <}, {@code <=}, {@code >} or {@code >=} where the number is a bound
     * @param converted the same in the unit it is compared in, where that is another one
     */
    record Quantity(
            BigDecimal number,
            String unit,
            Optional<String> ucum,
            Optional<String> comparator,
            Optional<Converted> converted)
            implements Value {

        /** A number in its own unit only. */
        public Quantity(BigDecimal number, String unit, Optional<String> ucum, Optional<String> comparator) {
            this(number, unit, ucum, comparator, Optional.empty());
        }

        @Override
        public String text() {
            String written = comparator.orElse("") + number.toPlainString();
            if (unit.isEmpty()) {
                return written;
            }
            return unit.equals("%") ? written + "%" : written + " " + unit;
        }
    }

    /**
     * A quantity in a conventional unit: a temperature in degrees Celsius, a body weight in kg, a length in cm, a pressure
     * in mmHg.
     *
     * @param number rounded as it is used
     * @param unit as read by people
     * @param ucum its UCUM code
     */
    record Converted(BigDecimal number, String unit, String ucum) {}

    /** Two bounds in one unit; at least one is given. */
    record Range(Optional<Quantity> low, Optional<Quantity> high) implements Value {

        @Override
        public String text() {
            if (low.isPresent() && high.isPresent()) {
                return low.get().number().toPlainString() + "-" + high.get().text();
            }
            return low.map(bound -> "at least " + bound.text())
                    .or(() -> high.map(bound -> "at most " + bound.text()))
                    .orElse("");
        }
    }

    /** A titre or another relation of two numbers, e.g. {@code 1:40}. */
    record Ratio(Quantity numerator, Quantity denominator) implements Value {

        @Override
        public String text() {
            return numerator.text() + ":" + denominator.text();
        }
    }

    /** A finding given in words or by a code. */
    record Worded(Concept concept) implements Value {

        @Override
        public String text() {
            return concept.text();
        }
    }

    /** The parts of a panel, e.g. systolic and diastolic pressure; never empty. */
    record Panel(List<Component> components) implements Value {

        public Panel {
            components = List.copyOf(components);
            if (components.isEmpty()) {
                throw new IllegalArgumentException("a panel has components");
            }
        }

        @Override
        public String text() {
            return BloodPressure.of(this)
                    .map(BloodPressure::text)
                    .orElseGet(() -> components.stream()
                            .map(component -> component.concept().text() + " "
                                    + component.value().text())
                            .reduce((left, right) -> left + ", " + right)
                            .orElse(""));
        }
    }

    /** One part of a panel. */
    record Component(Concept concept, Value value) {}
}
