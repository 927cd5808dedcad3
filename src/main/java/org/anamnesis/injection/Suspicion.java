package org.anamnesis.injection;

/**
 * A suspicious passage of a text.
 *
 * @param reason the first reason that was found
 * @param start where the passage begins, in UTF-16 code units
 * @param end where it ends, exclusive
 */
public record Suspicion(Reason reason, int start, int end) {}
