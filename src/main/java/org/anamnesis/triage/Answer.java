package org.anamnesis.triage;

/** The answer to a question of triage. */
public enum Answer {
    YES,
    NO,
    /** Something that decides is not known. */
    OPEN
}
