package org.anamnesis.ehr;

/** A setting that keeps the product from starting: which one, what is wrong with it, and what would be right. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * Names the setting; its value is left out, which may be a secret.
     *
     * @param key the setting's full name
     * @param wrong what is wrong, e.g. {@code is missing}
     * @param expected what would be right, e.g. {@code the https address of ...}
     */
    public WrongSetting(String key, String wrong, String expected) {
        super("Setting " + key + " " + wrong + "; expected " + expected + ".");
        this.key = key;
    }

    /** The setting's full name. */
    public String key() {
        return key;
    }
}
