package org.anamnesis.filing;

/** Where an EHR, by its own CapabilityStatement, cannot serve the write profile that is configured for it. */
public enum Misfit {
    /** Nothing can be filed at all. */
    NO_DOCUMENTS("no-document-create", "takes no documents, so nothing that is signed is filed"),
    /** Nobody could say whether a document is there already. */
    NO_IDENTIFIER_SEARCH(
            "no-identifier-search", "cannot search documents by identifier, so the profile needs found-by = text"),
    /** The software does not stand as author. */
    NO_DEVICE("no-device-create", "takes no Device, so the software that wrote is named in the note's text alone"),
    /** How a note was made is not said there. */
    NO_PROVENANCE("no-provenance-create", "takes no Provenance, so it holds no record of how a note was made");

    private final String code;
    private final String words;

    Misfit(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The same in words, behind "this EHR". */
    public String words() {
        return words;
    }
}
