package org.anamnesis.reading;

import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Specimen;

/**
 * Specimens that say more than what was examined: what was wrong with one, or what it was ordered for (Specimen). All
 * others are told by the results that name them.
 *
 * <p>Entered in error: no fact. Available: completed. Unavailable and unsatisfactory: cancelled, with the reason.
 */
final class SpecimenReader {

    private SpecimenReader() {}

    static Stream<Finding> read(Specimen specimen) {
        Standing standing;
        switch (specimen.getStatus()) {
            case null -> standing = Standing.UNSTATED;
            case ENTEREDINERROR -> {
                return Stream.empty();
            }
            case AVAILABLE -> standing = Standing.COMPLETED;
            case UNAVAILABLE, UNSATISFACTORY -> standing = Standing.CANCELLED;
            case NULL -> standing = Standing.UNSTATED;
        }
        boolean telling = specimen.hasCondition()
                || specimen.hasNote()
                || specimen.hasRequest()
                || standing == Standing.CANCELLED;
        if (!telling) {
            return Stream.empty();
        }
        Attributes attributes = new Attributes()
                .each(Role.OUTCOME, specimen.getCondition())
                .words(Role.BODY_SITE, Words.of(specimen.getCollection().getBodySite()))
                .words(Role.METHOD, Words.of(specimen.getCollection().getMethod()))
                .words(Role.CATEGORY, "specimen")
                .notes(specimen.getNote());
        return Stream.of(new Finding(
                FactKind.RESULT,
                Words.concept(specimen.getType())
                        .map(type -> new Concept("Specimen: " + type.text(), type.codings()))
                        .orElseGet(() -> Concept.of("Specimen")),
                standing,
                Times.start(specimen.getCollection().getCollected())
                        .or(() -> Times.of(specimen.getReceivedTimeElement())),
                attributes,
                Sources.of(specimen, "type")));
    }
}
