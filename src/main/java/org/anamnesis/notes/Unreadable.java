package org.anamnesis.notes;

/** Stops the reading of a file; it holds no word of it and no cause, for causes quote what they fail on. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Unreadable(Reason reason) {
        super("document not read: " + reason.word(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Why a file is not read, each with the stable word charts show. */
    enum Reason {
        /** Nothing but pictures, or nothing at all. */
        NO_TEXT("no-text"),
        /** More bytes, more text, or more memory to unpack it than the limits allow. */
        TOO_LARGE("too-large"),
        /** None of the formats read here. */
        UNKNOWN_FORMAT("unknown-format"),
        /** Sealed by a password or by rights. */
        ENCRYPTED("encrypted"),
        /** Not what its format demands. */
        BROKEN("broken"),
        /** It took longer than the limits allow. */
        TIMEOUT("timeout");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
