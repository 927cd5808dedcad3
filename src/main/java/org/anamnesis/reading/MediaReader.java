package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Media;

/**
 * Pictures, tracings and recordings (Media): that there is one, not what it shows.
 *
 * <p>Entered in error: no fact. Preparation: planned. In progress: active. Not done: negated. On hold, stopped and
 * completed as they say. Unknown: unstated.
 */
final class MediaReader {

    private MediaReader() {}

    static Stream<Finding> read(Media media) {
        Concept concept = Words.concept(media.getModality())
                .or(() -> Words.concept(media.getView()))
                .or(() -> Words.nonBlank(media.getContent().getTitle()).map(Concept::of))
                .or(() -> Words.concept(media.getType()))
                .orElseGet(() -> Concept.of("Recording"));
        Attributes attributes = new Attributes()
                .words(Role.BODY_SITE, Words.of(media.getBodySite()))
                .each(Role.REASON, media.getReasonCode())
                .words(Role.CATEGORY, Words.of(media.getType()))
                .words(Role.COMMENT, "recording, not read")
                .notes(media.getNote());
        return standing(media).stream()
                .map(standing -> new Finding(
                        FactKind.PROCEDURE,
                        concept,
                        standing,
                        Times.start(media.getCreated()).or(() -> Times.of(media.getIssuedElement())),
                        attributes,
                        Sources.of(media, "content")));
    }

    private static Optional<Standing> standing(Media media) {
        if (media.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (media.getStatus()) {
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
