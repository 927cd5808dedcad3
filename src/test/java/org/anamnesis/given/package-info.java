/** Tests of charts that callers give. */
@NullMarked
package org.anamnesis.given;

import org.jspecify.annotations.NullMarked;
