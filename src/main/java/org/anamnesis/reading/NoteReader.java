package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Meta;

/**
 * Clinical notes by title, date and text (DocumentReference, Composition, and the files of a DiagnosticReport). A note that carries the label AIAST (HL7 v3
 * ObservationValue: written with the help of an algorithm) says so, lest a summary be taken for a source.
 *
 * <p>Entered in error, by either status: no fact. Superseded: inactive. Preliminary: preliminary. Else final.
 */
final class NoteReader {

    static final String WRITTEN_WITH_AI = Note.WRITTEN_WITH_AI;

    private static final String AI_ASSERTED = "AIAST";

    private NoteReader() {}

    static Stream<Finding> read(DocumentReference document, NoteTexts texts) {
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
            attributes.words(Role.CATEGORY, WRITTEN_WITH_AI);
        }
        return Stream.of(note(concept, standing, time(document), attributes, Sources.of(document, ""))
                .with(texts.of(document)));
    }

    /** When a document is of: its date, or else the time it is about. */
    static Optional<ClinicalTime> time(DocumentReference document) {
        return Times.of(document.getDateElement())
                .or(() -> Times.start(document.getContext().getPeriod()));
    }

    static Stream<Finding> read(Composition composition, NoteTexts texts) {
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
            attributes.words(Role.CATEGORY, WRITTEN_WITH_AI);
        }
        Optional<ClinicalTime> time = Times.of(composition.getDateElement());
        return standing.stream()
                .map(known -> note(concept, known, time, attributes, Sources.of(composition, ""))
                        .with(texts.of(composition)));
    }

    /** The files of a report, which are a note beside what the report concludes. */
    static Stream<Finding> read(DiagnosticReport report, NoteTexts texts) {
        Attributes attributes = new Attributes().words(Role.CATEGORY, Words.joined(report.getCategory()));
        if (isLabelled(report.getMeta())) {
            attributes.words(Role.CATEGORY, WRITTEN_WITH_AI);
        }
        return DiagnosticReportReader.standing(report).stream()
                .filter(known -> report.hasPresentedForm())
                .map(known -> known == Standing.PLANNED ? Standing.PRELIMINARY : known)
                .map(known -> note(
                                Words.concept(report.getCode(), "Report without a name"),
                                known,
                                DiagnosticReportReader.time(report),
                                attributes,
                                Sources.of(report, "presentedForm"))
                        .with(texts.of(report)));
    }

    private static Finding note(
            Concept concept, Standing standing, Optional<ClinicalTime> time, Attributes attributes, Source source) {
        return new Finding(FactKind.NOTE, concept, standing, time, attributes, source);
    }

    private static boolean isLabelled(Meta meta) {
        return meta.getSecurity().stream().anyMatch(label -> AI_ASSERTED.equals(label.getCode()));
    }
}
