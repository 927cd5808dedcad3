/** The round trip's own judgement, which must not call wrong right. */
@NullMarked
package org.anamnesis.sandbox.check;

import org.jspecify.annotations.NullMarked;
