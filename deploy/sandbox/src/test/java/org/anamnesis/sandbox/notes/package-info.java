/** Tests of the notes that are set as files. */
@NullMarked
package org.anamnesis.sandbox.notes;

import org.jspecify.annotations.NullMarked;
