package org.anamnesis.score;

/** A published score: what it is, and what it comes to for one patient at one moment. */
public interface Score {

    Definition definition();

    /** The score, or what it lacks, or why it is not made for this patient. */
    Outcome of(Findings findings);
}
