/** Who works at the sandbox hospital: fictional people, the same at every start. */
@NullMarked
package org.anamnesis.sandbox.staff;

import org.jspecify.annotations.NullMarked;
