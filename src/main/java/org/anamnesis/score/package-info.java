/**
 * Scores of the clinic, computed by code and exact to their publications: early warning, sepsis, coma, kidney, stroke,
 * bleeding, embolism. Each shows its inputs with time and citation, its points, and its version.
 *
 * <p>Pure. A score never guesses: a missing or outdated input makes it not computable and is named, an implausible value is
 * refused and shown, and a score that is not made for this patient says why. No model has a part in it.
 */
@NullMarked
package org.anamnesis.score;

import org.jspecify.annotations.NullMarked;
