package org.anamnesis.score;

/** How much a band of a score concerns those who look after the patient; the order is from least to most. */
public enum Concern {
    LOW,
    /** To be kept an eye on. */
    RAISED,
    /** The publication speaks of urgent review. */
    URGENT,
    /** The publication speaks of an emergency. */
    EMERGENCY
}
