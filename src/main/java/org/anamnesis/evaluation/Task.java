package org.anamnesis.evaluation;

import org.anamnesis.corpus.Row;

/**
 * An item of a set and the chart it is about.
 *
 * @param row the item, or the line that is none
 * @param idField under which name its id stands in the output
 * @param chart the key of the chart; items of one chart are run one after the other
 */
record Task(Row row, String idField, ChartKey chart) {}
