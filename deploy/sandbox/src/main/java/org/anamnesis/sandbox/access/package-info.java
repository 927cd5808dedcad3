/**
 * What a token permits, held in front of the FHIR server: who may come in at all, which acts its scopes cover, and whose
 * records a patient's scopes reach. Everything that comes by HTTP passes here.
 */
@NullMarked
package org.anamnesis.sandbox.access;

import org.jspecify.annotations.NullMarked;
