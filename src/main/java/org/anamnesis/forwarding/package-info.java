/** Sends the audit trail to a FHIR audit repository, where one is configured. */
@NullMarked
package org.anamnesis.forwarding;

import org.jspecify.annotations.NullMarked;
