/** The check of a text that somebody else wrote, sentence by sentence, against a whole chart. */
@NullMarked
package org.anamnesis.verify;

import org.jspecify.annotations.NullMarked;
