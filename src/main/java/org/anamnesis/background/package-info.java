/**
 * Work that is done in the background, on whichever node is free, and that survives a restart.
 *
 * <p>The one door to the scheduler. Its rows hold ids and times, never content of a chart.
 */
@NullMarked
package org.anamnesis.background;

import org.jspecify.annotations.NullMarked;
