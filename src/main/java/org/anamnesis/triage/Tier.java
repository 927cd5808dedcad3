package org.anamnesis.triage;

/** The groups of a ward's order, the first to be seen first. */
public enum Tier {
    /** Level 1, or a score in its emergency band. */
    EMERGENCY("emergency band or level 1"),
    /** Level 2, a score in its urgent band, or a fast rise. */
    URGENT("urgent band, level 2, or a fast rise"),
    /** No score can be made: not shown to be well, so before all who are. */
    UNKNOWN("no score can be made"),
    /** Above the usual, or level 3. */
    RAISED("above the usual, or level 3"),
    STEADY("usual values");

    private final String words;

    Tier(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
