package org.anamnesis.triage;

import java.util.Locale;

/** How a patient came. */
public enum ArrivalMode {
    AMBULANCE("ambulance"),
    HELICOPTER("helicopter"),
    WALK_IN("walk-in"),
    TRANSFER("transfer"),
    UNKNOWN("unknown");

    private final String word;

    ArrivalMode(String word) {
        this.word = word;
    }

    /** Its name in the rules. */
    String word() {
        return word;
    }

    /** Reads what an EHR writes; what says nothing of the way is unknown. */
    public static ArrivalMode of(String written) {
        String plain =
                written.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
        if (plain.contains("helicopter") || plain.contains("air ambulance")) {
            return HELICOPTER;
        }
        if (plain.contains("ambulance")
                || plain.contains("paramedic")
                || plain.matches("(.* )?(ems|amb|medics)( .*)?")) {
            return AMBULANCE;
        }
        if (plain.contains("transfer")) {
            return TRANSFER;
        }
        return plain.startsWith("walk")
                        || plain.contains("walked in")
                        || plain.contains("private")
                        || plain.equals("self")
                ? WALK_IN
                : UNKNOWN;
    }
}
