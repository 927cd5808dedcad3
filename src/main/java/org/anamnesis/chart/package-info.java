/**
 * A patient's chart as the product knows it: facts with short citation ids, and what was and was not read.
 *
 * <p>Pure values. Nothing here reads a clock, a network or a database, and nothing here guesses: what a chart does not
 * say stays unsaid, and "none recorded", "not asked", "not permitted" and "failed" stay different values.
 */
@NullMarked
package org.anamnesis.chart;

import org.jspecify.annotations.NullMarked;
