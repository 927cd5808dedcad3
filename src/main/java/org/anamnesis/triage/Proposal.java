package org.anamnesis.triage;

/**
 * The level a model proposes for a visit, and why.
 *
 * @param level what it proposes
 * @param reason its reason, in words that were checked like any statement; without one it proposes nothing
 */
public record Proposal(Level level, String reason) {}
