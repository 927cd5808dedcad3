package org.anamnesis.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Concept;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Medication.MedicationIngredientComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which drug a medication resource means, with the ingredients where it is a mix.
 *
 * <p>A name is looked for in the code, then in a Medication's identifiers (some EHRs keep the drug's name there), then in
 * the ingredients, and a bare code is taken at last.
 */
record Medicine(Concept concept, List<String> ingredients) {

    private static final int MAX_INGREDIENTS = 20;

    Medicine {
        ingredients = List.copyOf(ingredients);
    }

    /** @param medication the choice element {@code medication[x]} */
    static Medicine of(DomainResource from, @Nullable Type medication, Neighbours neighbours) {
        Optional<Medicine> medicine = Optional.empty();
        if (medication instanceof CodeableConcept code) {
            Optional<String> name =
                    written(code).or(() -> neighbours.coded(code).flatMap(Medicine::name));
            medicine = name.or(() -> Words.of(code))
                    .map(words -> new Medicine(new Concept(words, Words.codings(code)), List.of()));
        } else if (medication instanceof Reference reference) {
            medicine = neighbours
                    .find(from, reference, Medication.class)
                    .flatMap(found -> of(found, neighbours))
                    .or(() -> Words.display(reference).map(words -> new Medicine(Concept.of(words), List.of())));
        }
        return medicine.orElseGet(() -> new Medicine(Concept.of("Medication without a name"), List.of()));
    }

    private static Optional<Medicine> of(Medication medication, Neighbours neighbours) {
        List<String> ingredients = medication.getIngredient().stream()
                .limit(MAX_INGREDIENTS)
                .map(ingredient -> ingredient(medication, ingredient, neighbours))
                .flatMap(Optional::stream)
                .toList();
        return name(medication)
                .or(() -> Words.nonBlank(String.join(" + ", ingredients)))
                .or(() -> Words.of(medication.getCode()))
                .map(name -> new Medicine(new Concept(name, Words.codings(medication.getCode())), ingredients));
    }

    private static Optional<String> name(Medication medication) {
        return written(medication.getCode())
                .or(() -> medication.getIdentifier().stream()
                        .filter(identifier ->
                                identifier.hasSystem() && identifier.getSystem().endsWith("name"))
                        .map(Identifier::getValue)
                        .map(Words::nonBlank)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** Words, not a bare code. */
    private static Optional<String> written(CodeableConcept code) {
        Stream<@Nullable String> words = Stream.concat(
                Stream.of(code.getText()), code.getCoding().stream().map(Coding::getDisplay));
        return words.map(Words::nonBlank).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> ingredient(
            Medication mix, MedicationIngredientComponent ingredient, Neighbours neighbours) {
        Optional<String> name = Optional.empty();
        if (ingredient.getItem() instanceof CodeableConcept code) {
            name = Words.of(code);
        } else if (ingredient.getItem() instanceof Reference reference) {
            name = neighbours
                    .find(mix, reference, Medication.class)
                    .flatMap(item -> name(item).or(() -> Words.of(item.getCode())))
                    .or(() -> Words.display(reference));
        }
        Optional<String> strength = Values.of(ingredient.getStrength()).map(value -> value.text());
        return name.map(words -> Stream.of(Optional.of(words), strength)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")));
    }
}
