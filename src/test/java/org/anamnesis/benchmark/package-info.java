/**
 * Measures how long reading a chart takes, beside what the EHR itself offers, what a chart costs by its size, and what of a
 * summary is the product's own share; how soon a statement is at the browser, and how many summaries are written at once. Run
 * by {@code deploy/benchmark} and {@code deploy/streams}; no test runs it.
 */
@NullMarked
package org.anamnesis.benchmark;

import org.jspecify.annotations.NullMarked;
