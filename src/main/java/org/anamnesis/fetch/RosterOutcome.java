package org.anamnesis.fetch;

/** What came of asking who is on a ward. */
public sealed interface RosterOutcome {

    /** It was read, all of it or some. */
    record Read(Roster roster) implements RosterOutcome {}

    /** The EHR has no such Group or Location. */
    record Unknown() implements RosterOutcome {}

    /** The EHR refuses it, or the granted scopes do not cover it. */
    record NotPermitted() implements RosterOutcome {}

    /** @param reason as in {@link ReadOutcome.EhrUnavailable} */
    record EhrUnavailable(String reason) implements RosterOutcome {}
}
