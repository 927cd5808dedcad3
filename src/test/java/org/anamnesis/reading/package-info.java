/** Tests of reading: small resources in, facts out. */
@NullMarked
package org.anamnesis.reading;

import org.jspecify.annotations.NullMarked;
