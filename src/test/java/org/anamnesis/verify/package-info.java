@NullMarked
package org.anamnesis.verify;

import org.jspecify.annotations.NullMarked;
