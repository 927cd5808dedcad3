package org.anamnesis.course;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * Which drug each medication fact of a chart means.
 *
 * <p>The ingredients decide, then the name; a name the list of drugs does not know is read by the words its code has, or by
 * the name that other facts of the chart have under the same code. A known name is never overruled by a code.
 */
final class DrugsOfChart {

    /** What the reading of a chart writes where the source names no drug. */
    private static final String NAMELESS = "Medication without a name";

    private static final Set<String> DRUG_SYSTEMS = Set.of(
            "http://www.nlm.nih.gov/research/umls/rxnorm",
            "http://hl7.org/fhir/sid/ndc",
            "http://snomed.info/sct",
            "https://dmd.nhs.uk",
            "http://www.whocc.no/atc",
            "http://fdasis.nlm.nih.gov");

    private final Map<String, DrugName> byText = new HashMap<>();
    private final Map<Map.Entry<String, List<String>>, Way> byWords = new HashMap<>();
    private final Map<Concept.Coding, Optional<DrugName>> byCode = new HashMap<>();

    DrugsOfChart(Chart chart) {
        chart.facts(FactKind.MEDICATION).forEach(this::learn);
    }

    /** The drug that a medication fact of the chart means; of a nameless one nobody knows whether it is another's. */
    Drug of(Fact medication) {
        DrugName name = name(medication);
        return name.tells() && !medication.concept().text().equals(NAMELESS)
                ? new Drug(name.ingredients(), way(medication, name.ingredients()))
                : new Drug(List.of("unnamed " + medication.id()), Way.BODY);
    }

    private Way way(Fact medication, List<String> ingredients) {
        return byWords.computeIfAbsent(
                Map.entry(Way.words(medication), ingredients), told -> Way.of(told.getKey(), told.getValue()));
    }

    private DrugName name(Fact medication) {
        DrugName own = own(medication);
        if (own.recognised()) {
            return own;
        }
        Stream<DrugName> byDisplay = codes(medication)
                .map(Concept.Coding::display)
                .filter(display -> !display.isBlank())
                .map(this::read)
                .filter(DrugName::recognised);
        Stream<DrugName> bySameCode = codes(medication)
                .map(coding -> byCode.getOrDefault(bare(coding), Optional.empty()))
                .flatMap(Optional::stream);
        return Stream.concat(byDisplay, bySameCode).findFirst().orElse(own);
    }

    private DrugName own(Fact medication) {
        List<String> ingredients = medication
                .attributes(Attribute.Role.INGREDIENT)
                .map(Attribute::text)
                .toList();
        return ingredients.isEmpty() ? read(medication.concept().text()) : DrugName.ofMix(ingredients);
    }

    private DrugName read(String text) {
        return byText.computeIfAbsent(text, DrugName::of);
    }

    /** A code that stands beside two known drugs tells neither. */
    private void learn(Fact medication) {
        DrugName own = own(medication);
        if (own.recognised()) {
            codes(medication)
                    .forEach(coding -> byCode.merge(
                            bare(coding),
                            Optional.of(own),
                            (one, other) -> one.equals(other) ? one : Optional.empty()));
        }
    }

    private static Stream<Concept.Coding> codes(Fact medication) {
        return medication.concept().codings().stream().filter(coding -> DRUG_SYSTEMS.contains(coding.system()));
    }

    private static Concept.Coding bare(Concept.Coding coding) {
        return new Concept.Coding(coding.system(), coding.code(), "");
    }
}
