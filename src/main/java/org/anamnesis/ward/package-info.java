/**
 * The use case of a ward: read who is on it and the little that the order needs of each, put them in order, keep what a
 * person decided beside it. Readings stay in memory for minutes, so that asking again is cheap; who could not be read is
 * listed and never dropped.
 */
@NullMarked
package org.anamnesis.ward;

import org.jspecify.annotations.NullMarked;
