package org.anamnesis.filing;

import java.util.Set;
import org.anamnesis.document.Format;

/**
 * How one kind of EHR takes a document: which elements it wants, and how to find what it has. Read from a file by
 * {@link WriteProfileFile}.
 *
 * @param title for people
 * @param document what the DocumentReference holds
 * @param device whether the software is written as a Device
 * @param provenance whether a Provenance is written
 * @param conditionalCreate whether {@code If-None-Exist} is sent
 * @param foundBy how a document that may be there is looked for
 * @param transaction whether all is written in one transaction where the EHR says that it has them
 */
public record WriteProfile(
        String title,
        Document document,
        boolean device,
        boolean provenance,
        boolean conditionalCreate,
        FoundBy foundBy,
        boolean transaction) {

    /** The profile for an EHR that nothing is known of. */
    public static final WriteProfile GENERIC = WriteProfileFile.shipped("generic");

    /**
     * What the DocumentReference holds.
     *
     * @param identifier ours, the same for every try
     * @param docStatus {@code final}, {@code preliminary} or {@code none}
     * @param authors who stands as author
     * @param authenticator whether the signer stands as authenticator
     * @param encounter whether the visit stands there
     * @param period whether the time of the note stands there as a period
     * @param labels whether it bears the label of software in {@code meta.security}
     * @param attachmentDetails whether size, hash, time and title of the text stand there
     * @param contentType the text's media type
     * @param alongside further formats of the same text that stand beside it
     */
    public record Document(
            boolean identifier,
            String docStatus,
            Set<Author> authors,
            boolean authenticator,
            Encounter encounter,
            Period period,
            boolean labels,
            boolean attachmentDetails,
            String contentType,
            Set<Format> alongside) {

        public Document {
            alongside = Set.copyOf(alongside);
            authors = Set.copyOf(authors);
        }
    }

    /** Who can stand as author. */
    public enum Author {
        SIGNER,
        DEVICE
    }

    /** Whether the visit stands in the document. */
    public enum Encounter {
        NONE,
        IF_KNOWN,
        /** Without one nothing is filed. */
        REQUIRED
    }

    /** Whether the time of the note stands in the document as a period. */
    public enum Period {
        NONE,
        IF_ENCOUNTER,
        ALWAYS
    }

    /** How a document that may be there is looked for. */
    public enum FoundBy {
        /** By our identifier. */
        IDENTIFIER,
        /** Among the patient's notes since the signature, by its exact text: for EHRs that keep no identifier of others. */
        TEXT
    }
}
