package org.anamnesis.chart;

import java.util.Optional;

/**
 * One further thing a fact says, e.g. a dose, a reaction or a reference range.
 *
 * @param role what it is
 * @param text the words for people
 * @param value the value behind the words, where it is a number
 * @param time the time behind the words, where it is one; of a {@link Role#LOCATION}, since when it holds
 */
public record Attribute(Role role, String text, Optional<Value> value, Optional<ClinicalTime> time) {

    /** What an attribute says about its fact. */
    public enum Role {
        /** How a medicine is to be taken, as one line: as written, or built from the structured dosage. */
        INSTRUCTION,
        DOSE,
        /** How fast a dose runs, e.g. {@code 50 mL/hour}. */
        RATE,
        ROUTE,
        FREQUENCY,
        /** How a dose was given, e.g. as a bolus. */
        METHOD,
        /** How much was handed out or may be: an amount, days, repeats. */
        SUPPLY,
        REACTION,
        SEVERITY,
        CRITICALITY,
        INTERPRETATION,
        REFERENCE_RANGE,
        ONSET,
        /** When an order was to begin, where that is another time than the fact's. */
        STARTED,
        ENDED,
        REASON,
        BODY_SITE,
        CATEGORY,
        INGREDIENT,
        RELATION,
        /** What was examined: urine, blood. */
        SPECIMEN,
        /** The organism that was found, or that a susceptibility is of. */
        ORGANISM,
        /** The test that found an organism or a susceptibility. */
        TEST,
        /** What it is a part of, by name. */
        PART_OF,
        PRIORITY,
        SERVICE,
        ADMITTED_FROM,
        DISCHARGED_TO,
        /** A ward or a clinic, with the time from which on. */
        LOCATION,
        OUTCOME,
        DUE,
        /** When it was written down: no date of what it says. */
        RECORDED,
        /** Who said, wrote or measured it: the kind of agent, never a name. */
        AUTHOR,
        COMMENT,
        /** Control, bidirectional or zero-width characters stood in the source's words and were taken out. */
        HIDDEN_CHARACTERS,
        /** A security label of its source: a code of HL7 v3 Confidentiality or of an ActCode sensitivity. For policy, not for people. */
        SECURITY_LABEL,
        /** What a consent denies to share: {@code everything}, {@code type:Observation}, {@code label:HIV}, {@code resource:Type/id}. */
        CONSENT_DENIES
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

    /** A place, and since when. */
    public static Attribute located(String place, Optional<ClinicalTime> since) {
        return new Attribute(Role.LOCATION, place, Optional.empty(), since);
    }
}
