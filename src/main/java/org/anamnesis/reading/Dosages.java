package org.anamnesis.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Value;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * How a medicine is to be taken. The instruction is the source's line, with what it leaves out added from the structured
 * dosage; dose, route and frequency stand beside it for checking. A dose of zero is no dose: some systems write it for
 * "see the protocol".
 */
final class Dosages {

    private Dosages() {}

    static void add(Attributes attributes, List<Dosage> dosages) {
        for (Dosage dosage : dosages) {
            List<Value> doses = doses(dosage);
            List<Value> rates = rates(dosage);
            Optional<String> route = Words.of(dosage.getRoute());
            Optional<String> frequency = frequency(dosage);
            attributes.words(Role.INSTRUCTION, instruction(dosage, Stream.concat(doses.stream(), rates.stream()).toList(), route, frequency));
            doses.forEach(dose -> attributes.value(Role.DOSE, Optional.of(dose)));
            rates.forEach(rate -> attributes.value(Role.RATE, Optional.of(rate)));
            attributes
                    .words(Role.ROUTE, route)
                    .words(Role.FREQUENCY, frequency)
                    .words(Role.METHOD, Words.of(dosage.getMethod()))
                    .words(Role.BODY_SITE, Words.of(dosage.getSite()));
        }
    }

    /** A dose that is a quantity, where there is any and it is not zero. */
    static Optional<Value> dose(@Nullable Type dose) {
        return switch (dose) {
            case null -> Optional.empty();
            case Quantity quantity ->
                Values.measured(quantity)
                        .filter(measured -> measured.number().signum() != 0)
                        .map(measured -> measured);
            case Range range -> Values.range(range.getLow(), range.getHigh());
            default -> Optional.empty();
        };
    }

    private static List<Value> doses(Dosage dosage) {
        return dosage.getDoseAndRate().stream()
                .map(part -> dose(part.getDose()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Value> rates(Dosage dosage) {
        return dosage.getDoseAndRate().stream()
                .map(part -> Values.of(part.getRate()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> frequency(Dosage dosage) {
        List<String> words = new ArrayList<>();
        Frequencies.of(dosage.getTiming()).ifPresent(words::add);
        if (dosage.getAsNeeded() instanceof CodeableConcept reason) {
            words.add("as needed" + Words.of(reason).map(text -> " for " + text).orElse(""));
        } else if (dosage.hasAsNeededBooleanType()
                && dosage.getAsNeededBooleanType().booleanValue()) {
            words.add("as needed");
        }
        return Words.nonBlank(String.join(" ", words));
    }

    private static Optional<String> instruction(
            Dosage dosage, List<Value> doses, Optional<String> route, Optional<String> frequency) {
        String built = String.join(
                " ",
                Stream.of(doses.stream().map(Value::text), route.stream(), frequency.stream())
                        .flatMap(part -> part)
                        .toList());
        Optional<String> written =
                Words.nonBlank(dosage.getText()).or(() -> Words.nonBlank(dosage.getPatientInstruction()));
        if (written.isEmpty()) {
            return Words.nonBlank(built);
        }
        boolean tellsDose = doses.stream().allMatch(dose -> mentions(written.get(), dose));
        return tellsDose || built.isEmpty() ? written : Optional.of(written.get() + "; " + built);
    }

    private static boolean mentions(String line, Value dose) {
        if (dose instanceof Value.Quantity quantity) {
            BigDecimal number = quantity.number().stripTrailingZeros();
            return line.contains(number.toPlainString())
                    || line.contains(quantity.number().toPlainString());
        }
        return line.toLowerCase(Locale.ROOT).contains(dose.text().toLowerCase(Locale.ROOT));
    }
}
