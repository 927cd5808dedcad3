package org.anamnesis.chart;

import java.util.Optional;

/**
 * One further thing a fact says, e.g. a dose, a reaction or a reference range.
 *
 * @param role what it is
 * @param text the words for people
 * @param value the value behind the words, where it is a number
 * @param time the time behind the words, where it is one
 */
public record Attribute(Role role, String text, Optional<Value> value, Optional<ClinicalTime> time) {

    /** What an attribute says about its fact. */
    public enum Role {
        /** How a medicine is to be taken, as one line: as written, or built from the structured dosage. */
        INSTRUCTION,
        DOSE,
        ROUTE,
        FREQUENCY,
        REACTION,
        SEVERITY,
        CRITICALITY,
        INTERPRETATION,
        REFERENCE_RANGE,
        ONSET,
        ENDED,
        REASON,
        BODY_SITE,
        CATEGORY,
        INGREDIENT,
        RELATION,
        OUTCOME,
        DUE,
        COMMENT,
        /** Control, bidirectional or zero-width characters stood in the source's words and were taken out. */
        HIDDEN_CHARACTERS
    }

    public static Attribute worded(Role role, String text) {
        return new Attribute(role, text, Optional.empty(), Optional.empty());
    }

    public static Attribute valued(Role role, Value value) {
        return new Attribute(role, value.text(), Optional.of(value), Optional.empty());
    }

    public static Attribute timed(Role role, ClinicalTime time) {
        return new Attribute(role, time.text(), Optional.empty(), Optional.of(time));
    }
}
