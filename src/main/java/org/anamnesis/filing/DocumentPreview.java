package org.anamnesis.filing;

import java.util.List;
import java.util.Optional;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceRelatesToComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * What stands in the DocumentReference of a draft, besides its text, in words to be shown before it is signed.
 *
 * @param textHash SHA-256 of the text that it is about, in hex
 * @param status the code of the DocumentReference's status
 * @param docStatus the code of the note's own status; empty where the EHR is told none
 * @param type the kind of note in words
 * @param typeCode its LOINC code
 * @param categories in words
 * @param labels the security labels, the one of software among them, in words
 * @param authors who stands as author, in order
 * @param authenticator the reference of who answers for the text; empty where the EHR is told nobody
 * @param visit whether the visit stands in it
 * @param replaces the documents in the EHR that it takes the place of, as references
 * @param contents the text, then the same in other formats
 */
public record DocumentPreview(
        String textHash,
        String status,
        Optional<String> docStatus,
        String type,
        String typeCode,
        List<String> categories,
        List<String> labels,
        List<Author> authors,
        Optional<String> authenticator,
        Visit visit,
        List<String> replaces,
        List<Content> contents) {

    public DocumentPreview {
        categories = List.copyOf(categories);
        labels = List.copyOf(labels);
        authors = List.copyOf(authors);
        replaces = List.copyOf(replaces);
        contents = List.copyOf(contents);
    }

    /** Who stands as author. */
    public sealed interface Author {

        /** @param reference of the signer at the EHR */
        record Signer(String reference) implements Author {}

        /** @param name of the software */
        record Software(String name) implements Author {}
    }

    /** Whether the visit stands in the document. */
    public enum Visit {
        NAMED,
        NOT_NAMED,
        /** The EHR takes notes of a visit only, and there is none: it would be refused. */
        MISSING
    }

    /**
     * One attachment.
     *
     * @param contentType its media type
     * @param bytes how large it is
     */
    public record Content(String contentType, int bytes) {}

    /**
     * What a document says.
     *
     * @param signed the draft it was made of, with its signature
     * @param profile how it was made
     */
    static DocumentPreview of(DocumentReference document, StoredDraft signed, WriteProfile profile) {
        Coding type = document.getType().getCodingFirstRep();
        return new DocumentPreview(
                signed.textHash(),
                document.getStatus().toCode(),
                Optional.ofNullable(document.getDocStatus()).map(status -> status.toCode()),
                words(document.getType()),
                type.getCode(),
                document.getCategory().stream().map(DocumentPreview::words).toList(),
                document.getMeta().getSecurity().stream()
                        .map(Coding::getDisplay)
                        .toList(),
                document.getAuthor().stream()
                        .map(author -> author(author, signed))
                        .toList(),
                Optional.ofNullable(document.getAuthenticator().getReference()),
                visit(document, profile),
                document.getRelatesTo().stream()
                        .map(DocumentReferenceRelatesToComponent::getTarget)
                        .map(Reference::getReference)
                        .toList(),
                document.getContent().stream()
                        .map(content -> content(content.getAttachment()))
                        .toList());
    }

    private static String words(CodeableConcept concept) {
        return concept.hasText()
                ? concept.getText()
                : concept.getCodingFirstRep().getDisplay();
    }

    private static Author author(Reference author, StoredDraft signed) {
        return signed.signature()
                .map(StoredDraft.Signature::signer)
                .filter(author.getReference()::equals)
                .<Author>map(Author.Signer::new)
                .orElseGet(
                        () -> new Author.Software(AiDevice.name(signed.content().authorship())));
    }

    private static Visit visit(DocumentReference document, WriteProfile profile) {
        if (document.getContext().hasEncounter()) {
            return Visit.NAMED;
        }
        return profile.document().encounter() == WriteProfile.Encounter.REQUIRED ? Visit.MISSING : Visit.NOT_NAMED;
    }

    private static Content content(Attachment attachment) {
        return new Content(attachment.getContentType(), attachment.getData().length);
    }
}
