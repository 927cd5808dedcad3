/** Tests of the use case "list a ward". */
@NullMarked
package org.anamnesis.ward;

import org.jspecify.annotations.NullMarked;
