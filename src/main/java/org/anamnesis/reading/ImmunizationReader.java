package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
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
                .words(Role.ROUTE, Words.of(immunization.getRoute()))
                .words(Role.BODY_SITE, Words.of(immunization.getSite()))
                .words(Role.REASON, Words.of(immunization.getStatusReason()))
                .each(Role.REASON, immunization.getReasonCode())
                .notes(immunization.getNote());
        Reasons.add(attributes, immunization, immunization.getReasonReference(), neighbours);
        immunization
                .getProtocolApplied()
                .forEach(protocol -> Values.of(protocol.getDoseNumber())
                        .ifPresent(number -> attributes.words(Role.COMMENT, "dose number " + number.text())));
        immunization
                .getReaction()
                .forEach(reaction -> attributes.words(Role.REACTION, Words.display(reaction.getDetail())));
        attributes.words(Role.AUTHOR, Words.of(immunization.getReportOrigin()));
        Optional<ClinicalTime> given = Times.start(immunization.getOccurrence());
        Optional<ClinicalTime> recorded = Times.of(immunization.getRecordedElement());
        attributes.recorded(given.flatMap(known -> recorded), given);
        if (immunization.getOccurrence() instanceof StringType told) {
            attributes.words(Role.COMMENT, Words.nonBlank(told.getValue()));
        }
        return Stream.of(new Finding(
                FactKind.IMMUNIZATION,
                Words.concept(immunization.getVaccineCode(), "Vaccine without a name"),
                standing,
                given.or(() -> recorded),
                attributes,
                Sources.of(immunization, "vaccineCode")));
    }
}
