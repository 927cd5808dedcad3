/**
 * The use case "triage a patient": read, compute the scores and the acuity, let a model add words where there is one, check
 * them, keep the text as a draft.
 */
@NullMarked
package org.anamnesis.acuity;

import org.jspecify.annotations.NullMarked;
