/** Tests of notes: small files, written by the tests themselves, in; text out. */
@NullMarked
package org.anamnesis.notes;

import org.jspecify.annotations.NullMarked;
