package org.anamnesis.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContextComponent;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/**
 * A draft as a DocumentReference of the shape US Core asks for (US Core 9.0.0, Writing Clinical Notes; profile
 * us-core-documentreference).
 */
public final class FiledDocument {

    /** The system of the identifier under which a draft is filed. */
    public static final String IDENTIFIER_SYSTEM = "urn:ietf:rfc:3986";

    private static final String LOINC = "http://loinc.org";
    private static final String US_CORE_CATEGORY =
            "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";

    private FiledDocument() {}

    /** {@code urn:uuid:...}: the same for every try to file this draft. */
    public static String identifier(StoredDraft draft) {
        return "urn:uuid:" + draft.id();
    }

    /** The document as it is, unsigned ({@code docStatus} preliminary) or signed (final). */
    public static DocumentReference of(StoredDraft draft, Optional<Reference> device) {
        return of(draft, WriteProfile.GENERIC, device, Optional.empty());
    }

    /**
     * The document as an EHR wants it.
     *
     * @param device the software that wrote it, where the EHR has it
     * @param replaced the document in the EHR that this one takes the place of
     */
    static DocumentReference of(
            StoredDraft draft, WriteProfile profile, Optional<Reference> device, Optional<String> replaced) {
        WriteProfile.Document wanted = profile.document();
        DocumentReference document = new DocumentReference();
        if (wanted.labels()) {
            document.getMeta().addSecurity(AiLabel.coding());
        }
        if (wanted.identifier()) {
            document.addIdentifier(new Identifier().setSystem(IDENTIFIER_SYSTEM).setValue(identifier(draft)));
        }
        document.setStatus(DocumentReferenceStatus.CURRENT);
        docStatus(draft, wanted).ifPresent(document::setDocStatus);
        DocumentKind kind = draft.content().document();
        document.setType(new CodeableConcept()
                .addCoding(new Coding(LOINC, kind.loinc(), kind.display()))
                .setText(kind.title()));
        document.addCategory(new CodeableConcept(new Coding(US_CORE_CATEGORY, "clinical-note", "Clinical Note")));
        document.setSubject(new Reference("Patient/" + draft.patient()));
        Instant date = draft.signature().map(StoredDraft.Signature::at).orElse(draft.composedAt());
        document.setDateElement(instant(date));
        boolean writtenBySoftware = wanted.authors().contains(WriteProfile.Author.DEVICE);
        draft.signature().ifPresent(signature -> {
            // Who answers for the text stands there in any case.
            if (wanted.authors().contains(WriteProfile.Author.SIGNER) || (writtenBySoftware && device.isEmpty())) {
                document.addAuthor(new Reference(signature.signer()));
            }
            if (wanted.authenticator()) {
                document.setAuthenticator(new Reference(signature.signer()));
            }
        });
        if (writtenBySoftware) {
            device.ifPresent(document::addAuthor);
        }
        context(draft, wanted, date).ifPresent(document::setContext);
        replaced.ifPresent(before -> document.addRelatesTo()
                .setCode(DocumentRelationshipType.REPLACES)
                .setTarget(new Reference(before)));
        document.addContent().setAttachment(attachment(draft, wanted));
        return document;
    }

    private static Optional<ReferredDocumentStatus> docStatus(StoredDraft draft, WriteProfile.Document wanted) {
        if (draft.signature().isEmpty()) {
            return Optional.of(ReferredDocumentStatus.PRELIMINARY);
        }
        return switch (wanted.docStatus()) {
            case "final" -> Optional.of(ReferredDocumentStatus.FINAL);
            case "preliminary" -> Optional.of(ReferredDocumentStatus.PRELIMINARY);
            default -> Optional.empty();
        };
    }

    private static Optional<DocumentReferenceContextComponent> context(
            StoredDraft draft, WriteProfile.Document wanted, Instant date) {
        DocumentReferenceContextComponent context = new DocumentReferenceContextComponent();
        Optional<String> encounter = draft.review().encounter();
        if (wanted.encounter() != WriteProfile.Encounter.NONE) {
            encounter.ifPresent(visit -> context.addEncounter(new Reference("Encounter/" + visit)));
        }
        boolean period = wanted.period() == WriteProfile.Period.ALWAYS
                || (wanted.period() == WriteProfile.Period.IF_ENCOUNTER && encounter.isPresent());
        if (period) {
            DateTimeType at = new DateTimeType(Date.from(date));
            at.setTimeZone(TimeZone.getTimeZone("UTC"));
            context.setPeriod(new Period().setStartElement(at).setEndElement(at.copy()));
        }
        return context.isEmpty() ? Optional.empty() : Optional.of(context);
    }

    /** Whether a document is the one of this draft, about the draft's patient. */
    static boolean isOf(DocumentReference document, StoredDraft draft) {
        return hasIdentifier(document, draft) && isAbout(document, draft);
    }

    /** Whether a document is about the draft's patient. */
    static boolean isAbout(DocumentReference document, StoredDraft draft) {
        IdType subject = new IdType(document.getSubject().getReference());
        return "Patient".equals(subject.getResourceType()) && draft.patient().equals(subject.getIdPart());
    }

    /** Whether a document has the identifier under which this draft is filed. */
    static boolean hasIdentifier(DocumentReference document, StoredDraft draft) {
        return document.getIdentifier().stream()
                .anyMatch(known -> identifier(draft).equalsIgnoreCase(known.getValue()));
    }

    /** The text of a document of ours, as the EHR holds it; empty where it holds none inline. */
    static Optional<String> text(DocumentReference document) {
        return document.getContent().stream()
                .map(content -> content.getAttachment())
                .filter(FiledDocument::isText)
                .map(Attachment::getData)
                .filter(data -> data != null)
                .map(data -> new String(data, StandardCharsets.UTF_8))
                .findFirst();
    }

    /** What stands beside the text in other formats is not the text; what an EHR has no type for may be. */
    private static boolean isText(Attachment attachment) {
        return !attachment.hasContentType() || attachment.getContentType().startsWith("text/");
    }

    private static Attachment attachment(StoredDraft draft, WriteProfile.Document wanted) {
        byte[] text = draft.text().getBytes(StandardCharsets.UTF_8);
        Attachment attachment =
                new Attachment().setContentType(wanted.contentType()).setData(text);
        if (wanted.attachmentDetails()) {
            describe(attachment, draft);
        }
        return attachment;
    }

    /** Language, size, hash, title and time of what an attachment holds. */
    static void describe(Attachment attachment, StoredDraft draft) {
        attachment
                .setLanguage("en")
                .setSize(attachment.getData().length)
                .setHash(sha1(attachment.getData()))
                .setTitle(draft.content().document().title())
                .setCreation(Date.from(draft.composedAt()));
    }

    /** FHIR's attachment hash is SHA-1 (R4 Attachment.hash); our own binding is the SHA-256 of the draft. */
    private static byte[] sha1(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private static InstantType instant(Instant at) {
        InstantType instant = new InstantType(Date.from(at));
        instant.setTimeZone(TimeZone.getTimeZone("UTC"));
        return instant;
    }
}
