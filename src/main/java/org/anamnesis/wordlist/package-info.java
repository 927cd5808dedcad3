/** Words kept as files of the product, so that a clinician can read them and a hospital can change them. Pure. */
@NullMarked
package org.anamnesis.wordlist;

import org.jspecify.annotations.NullMarked;
