package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceType;

/**
 * Allergies and intolerances. A code that says there are none (e.g. SNOMED CT 716186003, no known allergy) is a fact of
 * its own, under the source's words: somebody asked, which an empty list does not say.
 *
 * <p>Entered in error: no fact. Refuted: negated. Active, inactive and resolved as they say, unstated without a status.
 */
final class AllergyReader {

    private static final String ABATEMENT = "http://hl7.org/fhir/StructureDefinition/allergyintolerance-abatement";

    private AllergyReader() {}

    static Stream<Finding> read(AllergyIntolerance allergy) {
        if (Words.hasCode(allergy.getVerificationStatus(), "entered-in-error")) {
            return Stream.empty();
        }
        Attributes attributes = new Attributes();
        allergy.getReaction().forEach(reaction -> reaction(attributes, reaction));
        if (allergy.hasCriticality()) {
            attributes.words(Role.CRITICALITY, allergy.getCriticality().toCode());
        }
        if (allergy.getType() == AllergyIntoleranceType.INTOLERANCE) {
            attributes.words(Role.COMMENT, "intolerance");
        }
        if (Words.hasCode(allergy.getVerificationStatus(), "unconfirmed")) {
            attributes.words(Role.COMMENT, "unconfirmed");
        }
        allergy.getCategory()
                .forEach(category -> attributes.words(Role.CATEGORY, Optional.ofNullable(category.getCode())));
        Optional<ClinicalTime> onset = Times.start(allergy.getOnset());
        Optional<ClinicalTime> recorded = Times.of(allergy.getRecordedDateElement());
        attributes
                .time(Role.ONSET, onset)
                .time(Role.ENDED, abated(allergy))
                .words(
                        Role.COMMENT,
                        Times.of(allergy.getLastOccurrenceElement()).map(last -> "last occurrence " + last.dayText()))
                .recorded(onset.flatMap(begun -> recorded), onset)
                .notes(allergy.getNote());
        return Stream.of(new Finding(
                FactKind.ALLERGY,
                Words.concept(allergy.getCode())
                        .or(() -> substance(allergy))
                        .orElseGet(() -> Concept.of("Allergy without a name")),
                standing(allergy),
                onset.or(() -> recorded),
                attributes,
                Sources.of(allergy, "code")));
    }

    private static Optional<ClinicalTime> abated(AllergyIntolerance allergy) {
        return Optional.ofNullable(allergy.getExtensionByUrl(ABATEMENT))
                .flatMap(abatement -> Times.end(abatement.getValue()).or(() -> Times.start(abatement.getValue())));
    }

    private static Standing standing(AllergyIntolerance allergy) {
        if (Words.hasCode(allergy.getVerificationStatus(), "refuted")) {
            return Standing.NEGATED;
        }
        String status = allergy.getClinicalStatus().getCodingFirstRep().getCode();
        return switch (status == null ? "" : status) {
            case "active" -> Standing.ACTIVE;
            case "inactive" -> Standing.INACTIVE;
            case "resolved" -> Standing.RESOLVED;
            default -> Standing.UNSTATED;
        };
    }

    private static Optional<Concept> substance(AllergyIntolerance allergy) {
        return allergy.getReaction().stream()
                .map(reaction -> Words.concept(reaction.getSubstance()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static void reaction(Attributes attributes, AllergyIntoleranceReactionComponent reaction) {
        Optional<String> told =
                Words.joined(reaction.getManifestation()).or(() -> Words.nonBlank(reaction.getDescription()));
        attributes.words(Role.REACTION, told);
        if (reaction.hasSeverity()) {
            attributes.words(Role.SEVERITY, reaction.getSeverity().toCode());
        }
    }
}
