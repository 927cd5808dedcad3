package org.anamnesis.reading;

import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.StringType;

/** Immunizations. Entered in error: no fact. Not done: negated, with the reason. Completed: completed. */
final class ImmunizationReader {

    private ImmunizationReader() {}

    static Stream<Finding> read(Immunization immunization, Neighbours neighbours) {
        Standing standing;
        switch (immunization.getStatus()) {
            case null -> standing = Standing.UNSTATED;
            case ENTEREDINERROR -> {
                return Stream.empty();
            }
            case NOTDONE -> standing = Standing.NEGATED;
            case COMPLETED -> standing = Standing.COMPLETED;
            case NULL -> standing = Standing.UNSTATED;
        }
        Attributes attributes = new Attributes()
                .value(Role.DOSE, Values.measured(immunization.getDoseQuantity()))
                .words(Role.REASON, Words.of(immunization.getStatusReason()))
                .each(Role.REASON, immunization.getReasonCode())
                .notes(immunization.getNote());
        Reasons.add(attributes, immunization, immunization.getReasonReference(), neighbours);
        if (immunization.getOccurrence() instanceof StringType told) {
            attributes.words(Role.COMMENT, Words.nonBlank(told.getValue()));
        }
        return Stream.of(new Finding(
                FactKind.IMMUNIZATION,
                Words.concept(immunization.getVaccineCode(), "Vaccine without a name"),
                standing,
                Times.start(immunization.getOccurrence()).or(() -> Times.of(immunization.getRecordedElement())),
                attributes,
                Sources.of(immunization, "vaccineCode")));
    }
}
