/**
 * The check that stands between any writer and the screen: statement by statement, against the cited facts.
 *
 * <p>Pure and explainable. The writer is not trusted, whether a model or our own rules: a statement that this package has
 * not passed cannot be shown, because {@link org.anamnesis.grounding.CheckedStatement} can be made here alone. Where the
 * check does not understand a word, it does not pass it.
 */
@NullMarked
package org.anamnesis.grounding;

import org.jspecify.annotations.NullMarked;
