/**
 * Composes a summary from the facts by rules, without a model: one small class a section, each with its whole rule.
 *
 * <p>Pure. What a hospital without a model gets, and everybody when the model fails. These statements pass the same check
 * as a model's.
 */
@NullMarked
package org.anamnesis.rules;

import org.jspecify.annotations.NullMarked;
