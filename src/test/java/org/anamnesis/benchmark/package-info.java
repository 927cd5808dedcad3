/**
 * Measures how long reading a chart takes, beside what the EHR itself offers, and what a chart costs by its size. Run by
 * {@code deploy/benchmark}; no test runs it.
 */
@NullMarked
package org.anamnesis.benchmark;

import org.jspecify.annotations.NullMarked;
