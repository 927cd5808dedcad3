/**
 * What of a chart counts for a visit, a time or a moment, and what is left out for that reason.
 *
 * <p>Pure. What concerns the present state, and what has no date, is never lost to a time: it stays and says why.
 */
@NullMarked
package org.anamnesis.frame;

import org.jspecify.annotations.NullMarked;
