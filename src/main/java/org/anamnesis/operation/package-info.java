/**
 * The FHIR facade at {@code /fhir/{ehr}}: what FHIR servers and other callers with a token of their own may ask.
 *
 * <p>The one door to the HAPI server. A request is authenticated before it is parsed, guarded before it is parsed, and
 * refused with an OperationOutcome that names what to mend and nothing of a patient.
 */
@NullMarked
package org.anamnesis.operation;

import org.jspecify.annotations.NullMarked;
