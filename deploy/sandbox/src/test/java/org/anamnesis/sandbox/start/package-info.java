/** The parts of the start that can be tested without starting everything. */
@NullMarked
package org.anamnesis.sandbox.start;

import org.jspecify.annotations.NullMarked;
