package org.anamnesis.document;

/** A file is no TrueType font that can be embedded. */
public final class UnusableFont extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFont(Throwable cause) {
        super("not a TrueType font that can be embedded", cause);
    }
}
