package org.anamnesis.given;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.reading.Attachments;
import org.anamnesis.reading.Attachments.Content;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Resource;

/** The files in a given Bundle: Binaries that its notes and reports point at. What is not in it is not fetched. */
final class GivenFiles {

    /** As much of one file as is read of an EHR's. */
    private static final int MOST_BYTES = 8 << 20;

    private GivenFiles() {}

    static Attachments of(List<Resource> resources, References references) {
        Map<String, Binary> binaries = new HashMap<>();
        resources.stream()
                .filter(Binary.class::isInstance)
                .map(Binary.class::cast)
                .forEach(binary ->
                        binaries.putIfAbsent("Binary/" + binary.getIdElement().getIdPart(), binary));
        Map<String, Content> contents = new HashMap<>();
        resources.stream()
                .flatMap(GivenFiles::attachments)
                .filter(Attachment::hasUrl)
                .map(Attachment::getUrl)
                .forEach(url -> references
                        .target(url)
                        .map(binaries::get)
                        .ifPresent(binary -> contents.put(url, content(binary))));
        return new Attachments(contents);
    }

    private static Stream<Attachment> attachments(Resource resource) {
        return switch (resource) {
            case DocumentReference document -> document.getContent().stream().map(content -> content.getAttachment());
            case DiagnosticReport report -> report.getPresentedForm().stream();
            default -> Stream.empty();
        };
    }

    private static Content content(Binary binary) {
        if (!binary.hasData()) {
            return new Content.NotRead("not-found");
        }
        String type = Optional.ofNullable(binary.getContentType()).orElse("").split(";", 2)[0];
        return binary.getData().length > MOST_BYTES
                ? new Content.NotRead("too-large")
                : new Content.Bytes(binary.getData(), type.strip().toLowerCase(Locale.ROOT));
    }
}
