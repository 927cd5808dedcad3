package org.anamnesis.claims;

/** What came of a claim or of a sentence; the later the worse. */
public enum Outcome {
    /** Everything it says stands in the chart. */
    SUPPORTED,
    /** Advice, an opinion or a prognosis: a chart cannot bear it out. */
    NOT_CHECKABLE,
    /** The chart says nothing of it, or not all of it was understood. */
    NOT_FOUND,
    /** The chart says otherwise. */
    CONTRADICTED
}
