package org.anamnesis.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Resource;

/**
 * Where the text of a note stands: in files, or in the sections of the resource itself.
 *
 * @param of the resource
 * @param replaced whether another note stands in its place
 * @param time when the note is of
 * @param parts its text, in reading order
 */
record Writing(Resource of, boolean replaced, Optional<ClinicalTime> time, List<Part> parts) {

    /** Deeper sections than these are no document's. */
    private static final int DEEPEST = 20;

    /** One part of the text. */
    sealed interface Part {

        /** A file, inline or by its address. */
        record File(Attachment attachment) implements Part {}

        /** The narrative of a section, as XHTML, under its title. */
        record Section(String title, byte[] narrative) implements Part {}
    }

    /** The writing of a resource that may hold one. */
    static Optional<Writing> of(Resource resource) {
        return switch (resource) {
            case DocumentReference document ->
                Optional.of(new Writing(
                        document,
                        document.getStatus() == DocumentReferenceStatus.SUPERSEDED,
                        NoteReader.time(document),
                        document.getContent().stream()
                                .map(content -> file(content.getAttachment()))
                                .toList()));
            case DiagnosticReport report ->
                Optional.of(new Writing(
                                report,
                                false,
                                DiagnosticReportReader.time(report),
                                report.getPresentedForm().stream()
                                        .map(Writing::file)
                                        .toList()))
                        .filter(writing -> !writing.parts().isEmpty());
            case Composition composition ->
                Optional.of(
                        new Writing(composition, false, Times.of(composition.getDateElement()), sections(composition)));
            default -> Optional.empty();
        };
    }

    private static Part file(Attachment attachment) {
        return new Part.File(attachment);
    }

    private static List<Part> sections(Composition composition) {
        List<Part> parts = new ArrayList<>();
        composition.getSection().forEach(section -> add(parts, section, 0));
        return parts;
    }

    private static void add(List<Part> parts, SectionComponent section, int depth) {
        String title = Words.nonBlank(section.getTitle())
                .or(() -> Words.of(section.getCode()))
                .orElse("");
        String narrative =
                Optional.ofNullable(section.getText().getDivAsString()).orElse("");
        parts.add(new Part.Section(title, narrative.getBytes(StandardCharsets.UTF_8)));
        Stream<SectionComponent> within = depth < DEEPEST ? section.getSection().stream() : Stream.empty();
        within.forEach(inner -> add(parts, inner, depth + 1));
    }
}
