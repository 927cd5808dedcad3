package org.anamnesis.ehr;

import java.util.Optional;
import java.util.regex.Pattern;

/** The short name of an EHR in our addresses and settings, e.g. {@code sandbox}. */
public record EhrId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    public EhrId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an EHR's id is 1 to 40 of a-z, 0-9 and -");
        }
    }

    /** Reads an id as a caller wrote it; empty where it is not of the form. */
    public static Optional<EhrId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new EhrId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
