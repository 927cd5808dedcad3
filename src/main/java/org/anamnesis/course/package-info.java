/**
 * What the facts of a chart add up to over time: one drug's course, one test's series, one problem's thread, one stay.
 *
 * <p>Pure, and views only: the facts stay as they are, atomic and citable, and every view keeps all of its facts. Nothing
 * is decided here between facts that contradict each other.
 */
@NullMarked
package org.anamnesis.course;

import org.jspecify.annotations.NullMarked;
