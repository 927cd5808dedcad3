package org.anamnesis.sandbox.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;

/**
 * A document as shown in the chart.
 *
 * @param id the logical id
 * @param title the description, or the type
 * @param date when it was made, ISO, or empty
 * @param status status and document status
 * @param authors who wrote it
 * @param labels security labels and categories
 * @param text the text, or what stands in its place
 */
public record DocumentRow(
        String id, String title, String date, String status, String authors, List<String> labels, String text) {

    static DocumentRow of(DocumentReference document) {
        var status = Stream.of(
                        document.hasStatus() ? document.getStatus().toCode() : "",
                        document.hasDocStatus() ? document.getDocStatus().toCode() : "")
                .filter(part -> !part.isEmpty())
                .toList();
        return new DocumentRow(
                document.getIdElement().getIdPart(),
                document.hasDescription() ? document.getDescription() : text(document.getType()),
                document.hasDate() ? document.getDateElement().getValueAsString() : "",
                String.join(", ", status),
                String.join(
                        ", ",
                        document.getAuthor().stream().map(DocumentRow::text).toList()),
                labels(document),
                text(document.getContentFirstRep().getAttachment()));
    }

    private static List<String> labels(DocumentReference document) {
        var security = Stream.concat(
                document.getMeta().getSecurity().stream().map(DocumentRow::text),
                document.getSecurityLabel().stream().map(DocumentRow::text));
        return Stream.concat(security, document.getCategory().stream().map(DocumentRow::text))
                .distinct()
                .toList();
    }

    private static String text(CodeableConcept concept) {
        return concept.hasText() ? concept.getText() : text(concept.getCodingFirstRep());
    }

    private static String text(Coding coding) {
        return coding.hasDisplay() ? coding.getDisplay() : String.valueOf(coding.getCode());
    }

    private static String text(Reference reference) {
        return reference.hasDisplay() ? reference.getDisplay() : String.valueOf(reference.getReference());
    }

    private static String text(Attachment attachment) {
        boolean isPlain =
                attachment.hasContentType() && attachment.getContentType().startsWith("text/plain");
        return isPlain && attachment.hasData()
                ? new String(attachment.getData(), StandardCharsets.UTF_8)
                : "(" + (attachment.hasContentType() ? attachment.getContentType() : "no content") + ")";
    }
}
