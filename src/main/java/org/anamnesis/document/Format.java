package org.anamnesis.document;

import java.util.Arrays;
import java.util.Optional;

/** A format in which a draft can be had and filed. */
public enum Format {
    TEXT("text", "text/plain", "; charset=utf-8"),
    XHTML("xhtml", "application/xhtml+xml", "; charset=utf-8"),
    PDF("pdf", "application/pdf", "");

    private final String code;
    private final String mime;
    private final String parameter;

    Format(String code, String mime, String parameter) {
        this.code = code;
        this.mime = mime;
        this.parameter = parameter;
    }

    /** The word for it in settings and addresses. */
    public String code() {
        return code;
    }

    /** The content type with its character encoding, as in {@code Attachment.contentType}. */
    public String contentType() {
        return mime + parameter;
    }

    /** The content type alone. */
    public String mime() {
        return mime;
    }

    public static Optional<Format> ofCode(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equals(code))
                .findFirst();
    }
}
