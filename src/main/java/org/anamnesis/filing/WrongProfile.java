package org.anamnesis.filing;

/** A write profile that cannot be used. */
public final class WrongProfile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with which line */
    public WrongProfile(String message) {
        super(message);
    }
}
