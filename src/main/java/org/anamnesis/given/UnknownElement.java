package org.anamnesis.given;

import ca.uhn.fhir.parser.DataFormatException;

/** An element or attribute that FHIR R4 does not know; it names nothing of it. */
public final class UnknownElement extends DataFormatException {

    private static final long serialVersionUID = 1L;

    UnknownElement() {
        super("an element that FHIR does not know");
    }

    /** Whether this is what ended a parse: parsers wrap what is raised under them. */
    public static boolean isBehind(DataFormatException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownElement) {
                return true;
            }
        }
        return false;
    }
}
