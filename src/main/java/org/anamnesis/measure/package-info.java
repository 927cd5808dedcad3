/**
 * Figures: what was measured, over how many items, how sure it is and what is wanted; and the plots of a report as data.
 *
 * <p>Pure. The same items give the same figures: the intervals' random numbers start from a fixed seed.
 */
@NullMarked
package org.anamnesis.measure;

import org.jspecify.annotations.NullMarked;
