/**
 * Reads a patient's chart from an EHR: bounded, typed FHIR searches in parallel, each with its own outcome.
 *
 * <p>Nothing is sent outside the EHR's FHIR base, no redirect is followed, no answer
 * is parsed before it passed the guard, and nothing of another patient gets in.
 */
@NullMarked
package org.anamnesis.fetch;

import org.jspecify.annotations.NullMarked;
