package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the table of inputs says of one parameter.
 *
 * @param parameter the parameter
 * @param words its name as people read it
 * @param unit the UCUM unit of the limits; empty where the value is a word
 * @param plausible what a measurement can be
 * @param unstated the units a number without a unit may be in
 * @param age the limit of age that holds
 * @param loinc its LOINC codes
 * @param snomed its SNOMED CT codes
 * @param names its names in plain words
 */
record InputRow(
        Parameter parameter,
        String words,
        Optional<String> unit,
        Optional<Plausible> plausible,
        List<String> unstated,
        Limits.Kind age,
        Set<String> loinc,
        Set<String> snomed,
        Set<String> names) {

    static InputRow of(Rows.Row row) {
        boolean worded = row.cell("unit").equals("words");
        return new InputRow(
                Text.constant(Parameter.class, row.cell("key")),
                row.cell("words"),
                worded ? Optional.empty() : Optional.of(row.cell("unit")),
                worded
                        ? Optional.empty()
                        : Optional.of(new Plausible(new BigDecimal(row.cell("low")), new BigDecimal(row.cell("high")))),
                row.list("unstated"),
                Text.constant(Limits.Kind.class, row.cell("age")),
                Set.copyOf(row.list("LOINC")),
                Set.copyOf(row.list("SNOMED")),
                row.list("names").stream().map(Text::plain).collect(Collectors.toUnmodifiableSet()));
    }

    /** The limits within which a number is a measurement. */
    record Plausible(BigDecimal low, BigDecimal high) {

        boolean holds(BigDecimal number) {
            return number.compareTo(low) >= 0 && number.compareTo(high) <= 0;
        }

        @Override
        public String toString() {
            return low.toPlainString() + " to " + high.toPlainString();
        }
    }
}
