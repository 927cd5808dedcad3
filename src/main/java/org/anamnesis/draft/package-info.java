/**
 * A summary as it is shown, signed and filed: checked statements, who wrote it, and its exact text.
 *
 * <p>Pure. A draft is made of checked statements only, and its text holds only the supported ones.
 */
@NullMarked
package org.anamnesis.draft;

import org.jspecify.annotations.NullMarked;
