/**
 * The use case "summarise a chart": read, digest, release, ask, check, and compose by rules where no model can.
 */
@NullMarked
package org.anamnesis.summary;

import org.jspecify.annotations.NullMarked;
