/** The answer to one question on a chart, by rules and under the same check as every statement; or that it is not in the chart. */
@NullMarked
package org.anamnesis.ask;

import org.jspecify.annotations.NullMarked;
