/**
 * A chart that a caller gives instead of having it fetched: a Bundle with exactly one Patient and what is recorded of this
 * patient.
 *
 * <p>It passed the guard before it gets here. An element that FHIR does not know refuses the whole; a resource that cannot be
 * read, or that is not this patient's, is left out and counted; nothing is looked for outside the Bundle.
 */
@NullMarked
package org.anamnesis.given;

import org.jspecify.annotations.NullMarked;
