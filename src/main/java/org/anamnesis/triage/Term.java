package org.anamnesis.triage;

/** One condition of a rule. */
interface Term {

    Truth of(Presentation presentation);
}
