package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Meta;

/**
 * Clinical notes by title and date (DocumentReference, Composition). A note that carries the label AIAST (HL7 v3
 * ObservationValue: written with the help of an algorithm) says so, lest a summary be taken for a source.
 *
 * <p>Entered in error, by either status: no fact. Superseded: inactive. Preliminary: preliminary. Else final.
 */
final class NoteReader {

    private static final String AI_ASSERTED = "AIAST";

    private NoteReader() {}

    static Stream<Finding> read(DocumentReference document) {
        if (document.getStatus() == DocumentReferenceStatus.ENTEREDINERROR
                || document.getDocStatus() == ReferredDocumentStatus.ENTEREDINERROR) {
            return Stream.empty();
        }
        Standing standing = Standing.FINAL;
        if (document.getStatus() == DocumentReferenceStatus.SUPERSEDED) {
            standing = Standing.INACTIVE;
        } else if (document.getDocStatus() == ReferredDocumentStatus.PRELIMINARY) {
            standing = Standing.PRELIMINARY;
        }
        Concept concept = Words.concept(document.getType())
                .or(() -> Words.nonBlank(document.getDescription()).map(Concept::of))
                .or(() -> Words.nonBlank(
                                document.getContentFirstRep().getAttachment().getTitle())
                        .map(Concept::of))
                .or(() -> Words.joined(document.getCategory()).map(Concept::of))
                .orElseGet(() -> Concept.of("Note without a title"));
        Attributes attributes = new Attributes().words(Role.CATEGORY, Words.joined(document.getCategory()));
        boolean labelled = document.getSecurityLabel().stream().anyMatch(label -> Words.hasCode(label, AI_ASSERTED));
        if (labelled || isLabelled(document.getMeta())) {
            attributes.words(Role.CATEGORY, "written with AI");
        }
        return Stream.of(new Finding(
                FactKind.NOTE,
                concept,
                standing,
                Times.of(document.getDateElement())
                        .or(() -> Times.start(document.getContext().getPeriod())),
                attributes,
                Sources.of(document, "")));
    }

    static Stream<Finding> read(Composition composition) {
        Optional<Standing> standing = composition.getStatus() == null
                ? Optional.of(Standing.UNSTATED)
                : switch (composition.getStatus()) {
                    case PRELIMINARY -> Optional.of(Standing.PRELIMINARY);
                    case FINAL, AMENDED -> Optional.of(Standing.FINAL);
                    case ENTEREDINERROR -> Optional.empty();
                    case NULL -> Optional.of(Standing.UNSTATED);
                };
        Concept concept = Words.nonBlank(composition.getTitle())
                .map(Concept::of)
                .orElseGet(() -> Words.concept(composition.getType(), "Note without a title"));
        Attributes attributes = new Attributes().words(Role.CATEGORY, Words.joined(composition.getCategory()));
        if (isLabelled(composition.getMeta())) {
            attributes.words(Role.CATEGORY, "written with AI");
        }
        return standing.stream()
                .map(known -> new Finding(
                        FactKind.NOTE,
                        concept,
                        known,
                        Times.of(composition.getDateElement()),
                        attributes,
                        Sources.of(composition, "")));
    }

    private static boolean isLabelled(Meta meta) {
        return meta.getSecurity().stream().anyMatch(label -> AI_ASSERTED.equals(label.getCode()));
    }
}
