/**
 * A draft as a FHIR document (R4, section 3.3): a Bundle that holds all that its Composition refers to. EHRs take no such document
 * from others, so the signed one is kept here, sealed, under the identifier of the filed one.
 */
@NullMarked
package org.anamnesis.composition;

import org.jspecify.annotations.NullMarked;
