/**
 * The record of every disclosure of patient data: who, what, when, of which patient. Never any content.
 *
 * <p>An act is recorded before it happens; if it cannot be recorded, it does not happen.
 */
@NullMarked
package org.anamnesis.audit;

import org.jspecify.annotations.NullMarked;
