/**
 * The chart as text for a language model: one line a fact, the most relevant first, within a budget.
 *
 * <p>Pure. What is left out is listed with its reason; nothing is cut silently.
 */
@NullMarked
package org.anamnesis.digest;

import org.jspecify.annotations.NullMarked;
