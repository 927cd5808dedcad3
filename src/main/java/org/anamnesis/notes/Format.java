package org.anamnesis.notes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is. Its own first bytes decide: the type a resource declares is often wrong, and may be a lie. */
public enum Format {
    /** Best first: what keeps most of the text's structure, when one note comes in several formats. */
    HTML("HTML"),
    CDA("C-CDA"),
    DOCX("docx"),
    RTF("RTF"),
    PLAIN("plain text"),
    PDF("PDF"),
    /** A picture, a sound, a film: nothing to be read. */
    PICTURE("picture"),
    UNKNOWN("unknown");

    private static final int LOOKED_AT = 1024;
    private static final int DICOM_MARK = 128;

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /** The name people know it by. */
    public String label() {
        return label;
    }

    /** The format of a file, by its content, and by its declared type where the content leaves it open. */
    static Format of(byte[] bytes, String contentType) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return PDF;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return DOCX;
        }
        if (isPicture(start)) {
            return PICTURE;
        }
        String text = Charsets.decodeStart(bytes, LOOKED_AT).stripLeading();
        if (text.startsWith("{\\rtf")) {
            return RTF;
        }
        if (!Charsets.isText(text) || text.matches("(?s)\\{\\s*\".*")) {
            return UNKNOWN;
        }
        return ofMarkup(text.toLowerCase(Locale.ROOT), contentType.toLowerCase(Locale.ROOT));
    }

    private static Format ofMarkup(String text, String contentType) {
        boolean markup = text.startsWith("<");
        if (markup && (text.contains("<html") || text.startsWith("<!doctype html"))) {
            return HTML;
        }
        if (markup && (text.startsWith("<?xml") || text.contains("<clinicaldocument"))) {
            return CDA;
        }
        if (markup && contentType.contains("xml") && !contentType.contains("html")) {
            return CDA;
        }
        boolean html =
                contentType.contains("html") || text.matches("(?s)<(?:p|div|h[1-6]|table|ul|ol|body|span|b|br)\\b.*");
        return html && text.matches("(?s).*</?[a-z!].*") ? HTML : PLAIN;
    }

    private static boolean isPicture(String start) {
        return start.startsWith("\u0089PNG")
                || start.startsWith("\u00FF\u00D8\u00FF")
                || start.startsWith("GIF87a")
                || start.startsWith("GIF89a")
                || start.startsWith("II*\u0000")
                || start.startsWith("MM\u0000*")
                || (start.startsWith("BM") && start.startsWith("\u0000\u0000\u0000\u0000", 6))
                || start.startsWith("DICM", DICOM_MARK)
                || start.startsWith("RIFF")
                || start.startsWith("ftyp", 4)
                || (start.startsWith("ID3") && start.length() > 3 && start.charAt(3) < 10)
                || start.startsWith("OggS");
    }
}
