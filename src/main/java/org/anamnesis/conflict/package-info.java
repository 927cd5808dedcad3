/**
 * Where a chart contradicts itself: list against list, note against list, note against note.
 *
 * <p>Pure. A conflict is kept and shown, never resolved: each side is told by what it is (an order, a line of a note, a
 * measurement) and when, and neither is preferred. A rule that is in doubt finds none, for a chart full of false conflicts is
 * not read.
 */
@NullMarked
package org.anamnesis.conflict;

import org.jspecify.annotations.NullMarked;
