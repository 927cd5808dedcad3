/**
 * Chooses the few facts of a chart that answer a question or belong to a topic, by search and rules, never by a model.
 *
 * <p>What was searched is told with every choice, above all where nothing was found. Nothing here reads a clock: relative
 * times ("last month", "since yesterday") count from the question's own now.
 */
@NullMarked
package org.anamnesis.focus;

import org.jspecify.annotations.NullMarked;
