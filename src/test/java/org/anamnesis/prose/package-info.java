/** Tests of prose: small texts in, sentences out. */
@NullMarked
package org.anamnesis.prose;

import org.jspecify.annotations.NullMarked;
