/**
 * The round trip, done as real clients do it, over HTTP with real tokens: a summary is asked for, its citations are followed into
 * the EHR, falsehoods are planted, a clinician signs, and the document is read back. Every step says what it did.
 */
@NullMarked
package org.anamnesis.sandbox.check;

import org.jspecify.annotations.NullMarked;
