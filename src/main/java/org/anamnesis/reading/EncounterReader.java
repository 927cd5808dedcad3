package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;

/**
 * Visits and admissions (Encounter), from the period's start to its end.
 *
 * <p>Entered in error: no fact. Planned: planned. Arrived, triaged, in progress and on leave: active. Finished:
 * completed. Cancelled: cancelled. Unknown: unstated.
 */
final class EncounterReader {

    private EncounterReader() {}

    static Stream<Finding> read(Encounter encounter, Neighbours neighbours) {
        Optional<Standing> standing = standing(encounter);
        if (standing.isEmpty()) {
            return Stream.empty();
        }
        Optional<String> setting = setting(encounter.getClass_());
        Attributes attributes = new Attributes()
                .words(Role.CATEGORY, setting)
                .time(Role.ENDED, Times.end(encounter.getPeriod()))
                .each(Role.REASON, encounter.getReasonCode());
        Stream.concat(
                        encounter.getReasonReference().stream(),
                        encounter.getDiagnosis().stream().map(diagnosis -> diagnosis.getCondition()))
                .forEach(reason -> attributes.words(Role.REASON, reason(encounter, reason, neighbours)));
        attributes.words(Role.OUTCOME, Words.of(encounter.getHospitalization().getDischargeDisposition()));
        if (encounter.hasPartOf()) {
            attributes.words(Role.RELATION, "part of another encounter");
        }
        Concept concept = encounter.getType().stream()
                .map(Words::concept)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> setting.map(Concept::of))
                .orElseGet(() -> Concept.of("Encounter"));
        return Stream.of(new Finding(
                FactKind.ENCOUNTER,
                concept,
                standing.get(),
                Times.start(encounter.getPeriod()),
                attributes,
                Sources.of(encounter, "")));
    }

    private static Optional<Standing> standing(Encounter encounter) {
        if (encounter.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (encounter.getStatus()) {
            case PLANNED -> Optional.of(Standing.PLANNED);
            case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE -> Optional.of(Standing.ACTIVE);
            case FINISHED -> Optional.of(Standing.COMPLETED);
            case CANCELLED -> Optional.of(Standing.CANCELLED);
            case ENTEREDINERROR -> Optional.empty();
            case UNKNOWN, NULL -> Optional.of(Standing.UNSTATED);
        };
    }

    private static Optional<String> reason(Encounter encounter, Reference reference, Neighbours neighbours) {
        return neighbours
                .find(encounter, reference, Condition.class)
                .flatMap(condition -> Words.of(condition.getCode()))
                .or(() -> Words.display(reference));
    }

    /** HL7 v3 ActCode, the setting of care, in words. */
    private static Optional<String> setting(Coding code) {
        return switch (code.getCode() == null ? "" : code.getCode()) {
            case "AMB" -> Optional.of("ambulatory");
            case "EMER" -> Optional.of("emergency");
            case "IMP" -> Optional.of("inpatient");
            case "ACUTE" -> Optional.of("inpatient acute");
            case "NONAC" -> Optional.of("inpatient non-acute");
            case "OBSENC" -> Optional.of("observation");
            case "SS" -> Optional.of("short stay");
            case "VR" -> Optional.of("virtual");
            case "HH" -> Optional.of("home health");
            case "PRENC" -> Optional.of("pre-admission");
            case "FLD" -> Optional.of("field");
            default -> Words.nonBlank(code.getDisplay()).or(() -> Words.nonBlank(code.getCode()));
        };
    }
}
