/** Sets the typed notes of the hand-written charts as files of the formats that EHRs keep notes in. */
@NullMarked
package org.anamnesis.sandbox.notes;

import org.jspecify.annotations.NullMarked;
