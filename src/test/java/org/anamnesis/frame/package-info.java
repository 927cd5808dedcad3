/** Tests of what of a chart counts for a visit or a time. */
@NullMarked
package org.anamnesis.frame;

import org.jspecify.annotations.NullMarked;
