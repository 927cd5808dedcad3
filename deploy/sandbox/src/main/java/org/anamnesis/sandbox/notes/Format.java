package org.anamnesis.sandbox.notes;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A format a note is set in, the same bytes on every machine. */
enum Format {
    PLAIN("text/plain; charset=utf-8", note -> Markup.plain(note).getBytes(StandardCharsets.UTF_8)),
    HTML("text/html; charset=utf-8", note -> Markup.html(note).getBytes(StandardCharsets.UTF_8)),
    CDA("application/xml", note -> Markup.cda(note).getBytes(StandardCharsets.UTF_8)),
    RTF("application/rtf", note -> Markup.rtf(note).getBytes(StandardCharsets.US_ASCII)),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocxFile::of),
    PDF("application/pdf", PdfFile::of);

    private final String contentType;
    private final Function<Note, byte[]> set;

    Format(String contentType, Function<Note, byte[]> set) {
        this.contentType = contentType;
        this.set = set;
    }

    String contentType() {
        return contentType;
    }

    byte[] set(Note note) {
        return set.apply(note);
    }
}
