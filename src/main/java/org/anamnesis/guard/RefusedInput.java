package org.anamnesis.guard;

import java.io.IOException;

/**
 * An input that is not parsed at all. An {@link IOException}, so that it passes through the streams and parsers it is
 * raised under; it never holds a cause or content.
 */
public final class RefusedInput extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Refuses for one reason. */
    public RefusedInput(Reason reason) {
        super("input refused: " + reason.code());
        this.reason = reason;
    }

    /** Why it was refused. */
    public Reason reason() {
        return reason;
    }

    /** The reasons, each with the stable code callers see. */
    public enum Reason {
        /** More bytes than the limit. */
        TOO_LARGE("too-large"),
        /** A gzip stream that unpacks to many times its size. */
        INFLATED("inflated"),
        /** More values or elements than the limit. */
        TOO_MANY("too-many-values"),
        /** Objects, arrays or elements inside one another beyond the limit. */
        TOO_DEEP("too-deep"),
        /** A number of more characters than the limit. */
        NUMBER_TOO_LONG("number-too-long"),
        /** A number whose exponent is beyond the limit. */
        NUMBER_TOO_BIG("number-too-big"),
        /** One object with a name twice, which two parsers may read differently. */
        DUPLICATE_NAME("duplicate-name"),
        /** An XML document type declaration. */
        DOCTYPE("doctype"),
        /** Not UTF-8, a byte order mark, a NUL or half a surrogate pair. */
        ENCODING("encoding"),
        /** Not well-formed, or not one JSON object or XML document. */
        MALFORMED("malformed");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }

        /** Whether HTTP calls it 413 (content too large) rather than 400. */
        public boolean isSize() {
            return this == TOO_LARGE || this == TOO_MANY || this == INFLATED;
        }
    }
}
