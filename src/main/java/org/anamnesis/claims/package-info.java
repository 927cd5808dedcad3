/**
 * What a sentence says, part by part, and which facts of a chart bear it out or speak against it (pure).
 *
 * <p>A sentence becomes items (words, drugs, amounts, ways, times, cues), items become claims with a head and its states, and
 * each claim is held against the facts that its head names.
 */
@NullMarked
package org.anamnesis.claims;

import org.jspecify.annotations.NullMarked;
