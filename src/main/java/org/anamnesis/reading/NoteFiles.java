package org.anamnesis.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.notes.DocumentText;
import org.anamnesis.notes.Documents;
import org.anamnesis.reading.Attachments.Content;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Resource;

/** The files that notes hold or point at: inline, among the resources read (Binary), or fetched from the EHR. */
final class NoteFiles {

    private final Map<String, Binary> binaries = new HashMap<>();
    private final Attachments attachments;

    /**
     * A file and what came of it.
     *
     * @param contentType as declared, without parameters, or empty
     * @param text what could be read of it
     */
    record Came(String contentType, DocumentText text) {}

    NoteFiles(List<? extends Resource> resources, Attachments attachments) {
        this.attachments = attachments;
        for (Resource resource : resources) {
            if (resource instanceof Binary binary) {
                Sources.id(binary).ifPresent(id -> {
                    binaries.putIfAbsent("Binary/" + id, binary);
                    binaries.putIfAbsent("urn:uuid:" + id, binary);
                });
            }
        }
    }

    Came read(Attachment attachment, Documents documents) {
        String declared = Words.nonBlank(attachment.getContentType()).orElse("");
        DocumentText text = switch (content(attachment)) {
            case Content.NotRead unread -> new DocumentText.Unread(unread.reason());
            case Content.Bytes bytes ->
                documents.read(bytes.bytes(), declared.isEmpty() ? bytes.contentType() : declared);
        };
        return new Came(declared.split(";", 2)[0].strip(), text);
    }

    private Content content(Attachment attachment) {
        if (attachment.hasData()) {
            return new Content.Bytes(attachment.getData(), "");
        }
        Optional<String> address = Words.nonBlank(attachment.getUrl());
        if (address.isEmpty()) {
            return new Content.NotRead("not-found");
        }
        Optional<Binary> read = address.map(binaries::get).filter(Binary::hasData);
        return read.isPresent()
                ? new Content.Bytes(
                        read.get().getData(),
                        Words.nonBlank(read.get().getContentType()).orElse(""))
                : attachments.at(address.get());
    }
}
