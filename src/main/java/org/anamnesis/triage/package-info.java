/**
 * How urgent a visit is, and in which order a ward is to be seen: by rules that a hospital can read and change, each with its
 * source, over the scores of {@code score}.
 *
 * <p>Pure. Every level shows the evidence of each decision point and what is missing; what is not known is never taken for
 * normal. A model may raise a level, with its reason; nothing here lets it lower one. Texts name options for review, never
 * orders.
 */
@NullMarked
package org.anamnesis.triage;

import org.jspecify.annotations.NullMarked;
