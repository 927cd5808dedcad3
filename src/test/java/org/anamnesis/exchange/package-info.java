/** Tests of single exchanges with an EHR. */
@NullMarked
package org.anamnesis.exchange;

import org.jspecify.annotations.NullMarked;
