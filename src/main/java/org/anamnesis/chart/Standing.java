package org.anamnesis.chart;

/** How a fact stands in the chart now, folded from the status codes of the FHIR resources. */
public enum Standing {
    ACTIVE("active"),
    RECURRENT("recurrence"),
    INACTIVE("inactive"),
    RESOLVED("resolved"),
    ON_HOLD("on hold"),
    STOPPED("stopped"),
    COMPLETED("completed"),
    /** Called off before it began: never taken, never done. */
    CANCELLED("cancelled"),
    PLANNED("planned"),
    PRELIMINARY("preliminary"),
    FINAL("final"),
    /** Said not to be so: a refuted condition, a procedure not done, a medicine not taken. */
    NEGATED("not present"),
    /** The source gives no status. */
    UNSTATED("status not stated");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    /** The word for it in digests and on the screen. */
    public String word() {
        return word;
    }

    /** Whether the fact concerns the patient's present state. */
    public boolean isCurrent() {
        return this == ACTIVE || this == RECURRENT || this == UNSTATED;
    }
}
