/**
 * FHIR R4 resources read as facts: one small class a clinical section, each with its whole rule on one screen.
 *
 * <p>Pure functions. Nothing here asks a server or a clock: what is "now" comes in as the chart's {@code asOf}. What a
 * source marks as entered in error is no fact; what it refutes, cancels or drafts is never a current one.
 */
@NullMarked
package org.anamnesis.reading;

import org.jspecify.annotations.NullMarked;
