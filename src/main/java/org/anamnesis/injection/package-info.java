/**
 * Text of a chart that tries to be more than data: characters nobody sees, letters that look like others, passages that tell a
 * language model what to do.
 *
 * <p>Pure: java.* only. The detector only warns the clinician; what keeps an instruction from being one is that chart text
 * stands in the quoted-data block alone and that every statement is checked against the chart: {@code docs/injection.md}.
 */
@NullMarked
package org.anamnesis.injection;

import org.jspecify.annotations.NullMarked;
