/** Tests of the use case "give the context of a patient". */
@NullMarked
package org.anamnesis.context;

import org.jspecify.annotations.NullMarked;
