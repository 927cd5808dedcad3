/**
 * Clinical prose as headings and sentences, each of which can be cited.
 *
 * <p>Pure values. Every visible character of a text belongs to exactly one sentence: nothing is dropped between two, and
 * nothing is said twice. What a reader of the original would not see is taken out before, and the text says so.
 */
@NullMarked
package org.anamnesis.prose;

import org.jspecify.annotations.NullMarked;
