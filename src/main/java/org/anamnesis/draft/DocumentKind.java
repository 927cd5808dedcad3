package org.anamnesis.draft;

import java.util.Arrays;
import java.util.Optional;

/** What a draft is filed as: its LOINC type and its title. */
public enum DocumentKind {
    SUMMARY("summary", "34133-9", "Summary of episode note", "Chart summary"),
    TRIAGE("triage", "54094-8", "Emergency department Triage note", "Emergency triage");

    private final String code;
    private final String loinc;
    private final String display;
    private final String title;

    DocumentKind(String code, String loinc, String display, String title) {
        this.code = code;
        this.loinc = loinc;
        this.display = display;
        this.title = title;
    }

    /** The word under which it is kept. */
    public String code() {
        return code;
    }

    /** The type's LOINC code. */
    public String loinc() {
        return loinc;
    }

    /** The type's name in LOINC. */
    public String display() {
        return display;
    }

    /** What people call the document. */
    public String title() {
        return title;
    }

    public static Optional<DocumentKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
