@NullMarked
package org.anamnesis.acuity;

import org.jspecify.annotations.NullMarked;
