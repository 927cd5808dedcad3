package org.anamnesis.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Concept;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Medication.MedicationIngredientComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which drug a medication resource means, with all its codes, and the ingredients where it is a mix.
 *
 * <p>A name is looked for in the code, then in a Medication's identifiers (some EHRs keep the drug's name there), then in
 * the ingredients, and a bare code is taken at last.
 */
record Medicine(Concept concept, List<String> ingredients) {

    private static final int MAX_INGREDIENTS = 20;
    private static final String NAMELESS = "Medication without a name";

    Medicine {
        ingredients = List.copyOf(ingredients);
    }

    /** @param medication the choice element {@code medication[x]} */
    static Medicine of(DomainResource from, @Nullable Type medication, Neighbours neighbours) {
        Optional<Medicine> medicine = Optional.empty();
        if (medication instanceof CodeableConcept code) {
            medicine = written(code)
                    .or(() -> formularyName(neighbours.coded(code)))
                    .or(() -> Words.of(code))
                    .map(words -> new Medicine(new Concept(words, Words.codings(code)), List.of()));
        } else if (medication instanceof Reference reference) {
            medicine = neighbours
                    .find(from, reference, Medication.class)
                    .flatMap(found -> of(found, neighbours))
                    .or(() -> Words.display(reference).map(words -> new Medicine(Concept.of(words), List.of())));
        }
        return medicine.orElseGet(() -> new Medicine(Concept.of(NAMELESS), List.of()));
    }

    /**
     * Which drug was handed out or given: where the code alone names none, the drug of the order it was authorized by,
     * under the code that was really used.
     *
     * @param ordered the {@code medication[x]} of the order, where it was read
     */
    static Medicine of(
            DomainResource from, @Nullable Type medication, Optional<Ordered> ordered, Neighbours neighbours) {
        Medicine own = of(from, medication, neighbours);
        boolean named = medication instanceof CodeableConcept code
                ? written(code).or(() -> formularyName(neighbours.coded(code))).isPresent()
                : !own.concept().text().equals(NAMELESS);
        return named
                ? own
                : ordered.map(order -> of(order.order(), order.medication(), neighbours))
                        .filter(order -> !order.concept().text().equals(NAMELESS))
                        .map(order -> new Medicine(
                                new Concept(order.concept().text(), own.concept().codings()), order.ingredients()))
                        .orElse(own);
    }

    /** An order and what it orders. */
    record Ordered(DomainResource order, @Nullable Type medication) {}

    private static Optional<Medicine> of(Medication medication, Neighbours neighbours) {
        List<String> ingredients = medication.getIngredient().stream()
                .limit(MAX_INGREDIENTS)
                .map(ingredient -> ingredient(medication, ingredient, neighbours))
                .flatMap(Optional::stream)
                .toList();
        List<Concept.Coding> codings = Stream.concat(
                        Words.codings(medication.getCode()).stream(), Identifiers.codings(medication))
                .distinct()
                .toList();
        return name(medication)
                .or(() -> Words.nonBlank(String.join(" + ", ingredients)))
                .or(() -> Words.of(medication.getCode()))
                .map(name -> new Medicine(new Concept(name, codings), ingredients));
    }

    private static Optional<String> name(Medication medication) {
        return written(medication.getCode()).or(() -> Identifiers.name(medication));
    }

    /**
     * What the products under one formulary code are called: the shortest name, where all the others begin with it. Products
     * that are called differently leave the code without a name.
     */
    private static Optional<String> formularyName(List<Medication> products) {
        List<String> names =
                products.stream().map(Medicine::name).flatMap(Optional::stream).toList();
        return names.stream()
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(String::strip)
                .filter(shortest -> names.stream().allMatch(name -> begins(name, shortest)));
    }

    private static boolean begins(String name, String shortest) {
        String words = name.strip().toLowerCase(Locale.ROOT);
        return words.startsWith(shortest.toLowerCase(Locale.ROOT))
                && (words.length() == shortest.length() || !Character.isLetterOrDigit(words.charAt(shortest.length())));
    }

    /** Words, not a bare code; the code of a list of names is words. */
    private static Optional<String> written(CodeableConcept code) {
        Stream<@Nullable String> displays = code.getCoding().stream().map(Coding::getDisplay);
        Stream<@Nullable String> names =
                code.getCoding().stream().filter(Identifiers::isName).map(Coding::getCode);
        return Stream.of(Stream.<@Nullable String>of(code.getText()), displays, names)
                .flatMap(words -> words)
                .map(Words::nonBlank)
                .flatMap(Optional::stream)
                .findFirst();
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
