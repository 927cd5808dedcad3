/**
 * FHIRPath over the resources of one chart, without a store and without a terminology server.
 *
 * <p>The engine is HL7's; what it lacks of FHIRPath 3.0 and of the names FHIR's JSON uses is added here. References are
 * resolved inside the Bundle alone; nothing is ever fetched. Expressions come from the installation itself, not from
 * callers: nothing here bounds what an expression costs.
 */
@NullMarked
package org.anamnesis.fhirpath;

import org.jspecify.annotations.NullMarked;
