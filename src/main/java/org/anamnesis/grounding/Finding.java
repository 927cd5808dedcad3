package org.anamnesis.grounding;

/**
 * One thing found against a statement.
 *
 * @param kind whether the facts say otherwise, or say nothing of it
 * @param code a stable word for what was compared, e.g. {@code number}, {@code unit}, {@code date}
 * @param words the reason for a clinician
 */
public record Finding(Kind kind, String code, String words) {

    /** How much a finding weighs. */
    public enum Kind {
        CONTRADICTED,
        NOT_FOUND,
        NOT_CHECKABLE
    }

    static Finding contradicted(String code, String words) {
        return new Finding(Kind.CONTRADICTED, code, words);
    }

    static Finding notFound(String code, String words) {
        return new Finding(Kind.NOT_FOUND, code, words);
    }
}
