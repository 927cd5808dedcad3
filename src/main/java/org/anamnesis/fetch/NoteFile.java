package org.anamnesis.fetch;

import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A file that notes or reports point at instead of holding it.
 *
 * @param address as it is written
 * @param contentType as the resource names it, or empty
 */
record NoteFile(String address, String contentType) {

    /** A note or report with its files, and what decides which are read first. */
    private record Pointing(boolean replaced, @Nullable Date time, List<Attachment> files) {}

    /** All of them, each address once: those of notes that stand before those of replaced ones, the newest first. */
    static List<NoteFile> of(List<Resource> resources) {
        Comparator<Pointing> order = Comparator.comparing(Pointing::replaced)
                .thenComparing(Pointing::time, Comparator.nullsLast(Comparator.reverseOrder()));
        Map<String, NoteFile> byAddress = new LinkedHashMap<>();
        resources.stream()
                .flatMap(NoteFile::pointing)
                .sorted(order)
                .flatMap(pointing -> pointing.files.stream())
                .filter(file -> file.hasUrl() && !file.hasData() && !file.getUrl().startsWith("#"))
                .map(file -> new NoteFile(file.getUrl(), file.hasContentType() ? file.getContentType() : ""))
                .forEach(file -> byAddress.putIfAbsent(file.address, file));
        return List.copyOf(byAddress.values());
    }

    private static Stream<Pointing> pointing(Resource resource) {
        return switch (resource) {
            case DocumentReference note
            when note.getStatus() != DocumentReferenceStatus.ENTEREDINERROR
                    && note.getDocStatus() != ReferredDocumentStatus.ENTEREDINERROR ->
                Stream.of(new Pointing(
                        note.getStatus() == DocumentReferenceStatus.SUPERSEDED,
                        note.hasDate() ? note.getDate() : note.getContext().getPeriod().getStart(),
                        note.getContent().stream()
                                .map(content -> content.getAttachment())
                                .toList()));
            case DiagnosticReport report when report.getStatus() != DiagnosticReportStatus.ENTEREDINERROR ->
                Stream.of(new Pointing(
                        report.getStatus() == DiagnosticReportStatus.CANCELLED,
                        report.getEffective() instanceof DateTimeType time ? time.getValue() : report.getIssued(),
                        report.getPresentedForm()));
            default -> Stream.empty();
        };
    }
}
