@NullMarked
package org.anamnesis.ask;

import org.jspecify.annotations.NullMarked;
