package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Procedure;

/**
 * Procedures, and imaging studies that were made.
 *
 * <p>Entered in error: no fact. Not done: negated, with the reason. Preparation: planned. In progress: active. On hold,
 * stopped and completed as they say. Unknown: unstated.
 */
final class ProcedureReader {

    private ProcedureReader() {}

    static Stream<Finding> read(Procedure procedure, Neighbours neighbours) {
        Optional<Standing> standing = standing(procedure);
        if (standing.isEmpty()) {
            return Stream.empty();
        }
        Attributes attributes = new Attributes()
                .each(Role.BODY_SITE, procedure.getBodySite())
                .time(Role.ENDED, Times.end(procedure.getPerformed()))
                .each(Role.REASON, procedure.getReasonCode())
                .words(Role.REASON, Words.of(procedure.getStatusReason()))
                .words(Role.OUTCOME, Words.of(procedure.getOutcome()))
                .each(Role.OUTCOME, procedure.getComplication())
                .words(Role.CATEGORY, Words.of(procedure.getCategory()))
                .notes(procedure.getNote());
        Reasons.add(attributes, procedure, procedure.getReasonReference(), neighbours);
        procedure.getPartOf().forEach(whole -> attributes.words(
                Role.PART_OF, Reasons.name(procedure, whole, neighbours)));
        return Stream.of(new Finding(
                FactKind.PROCEDURE,
                Words.concept(procedure.getCode(), "Procedure without a name"),
                standing.get(),
                Times.start(procedure.getPerformed()),
                attributes,
                Sources.of(procedure, "code")));
    }

    static Stream<Finding> read(ImagingStudy study, Neighbours neighbours) {
        Standing standing;
        switch (study.getStatus()) {
            case null -> standing = Standing.UNSTATED;
            case ENTEREDINERROR -> {
                return Stream.empty();
            }
            case REGISTERED -> standing = Standing.PRELIMINARY;
            case CANCELLED -> standing = Standing.CANCELLED;
            case AVAILABLE -> standing = Standing.COMPLETED;
            case UNKNOWN, NULL -> standing = Standing.UNSTATED;
        }
        Attributes attributes = new Attributes();
        study.getSeries()
                .forEach(series -> attributes.words(
                        Role.BODY_SITE, Words.of(new CodeableConcept().addCoding(series.getBodySite()))));
        attributes.each(Role.REASON, study.getReasonCode()).notes(study.getNote());
        Reasons.add(attributes, study, study.getReasonReference(), neighbours);
        CodeableConcept modality = study.getSeriesFirstRep().hasModality()
                ? new CodeableConcept().addCoding(study.getSeriesFirstRep().getModality())
                : new CodeableConcept().addCoding(study.getModalityFirstRep());
        Concept concept = Words.concept(study.getProcedureCodeFirstRep())
                .or(() -> Words.nonBlank(study.getDescription()).map(Concept::of))
                .or(() -> Words.concept(modality))
                .orElseGet(() -> Concept.of("Imaging study"));
        return Stream.of(new Finding(
                FactKind.PROCEDURE,
                concept,
                standing,
                Times.of(study.getStartedElement()),
                attributes,
                Sources.of(study, "")));
    }

    private static Optional<Standing> standing(Procedure procedure) {
        if (procedure.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (procedure.getStatus()) {
            case PREPARATION -> Optional.of(Standing.PLANNED);
            case INPROGRESS -> Optional.of(Standing.ACTIVE);
            case NOTDONE -> Optional.of(Standing.NEGATED);
            case ONHOLD -> Optional.of(Standing.ON_HOLD);
            case STOPPED -> Optional.of(Standing.STOPPED);
            case COMPLETED -> Optional.of(Standing.COMPLETED);
            case ENTEREDINERROR -> Optional.empty();
            case UNKNOWN, NULL -> Optional.of(Standing.UNSTATED);
        };
    }
}
