/**
 * SMART on FHIR, both sides: as client of an EHR's authorization server (discovery, backend tokens, launches) and as the
 * one who checks the tokens of those who call us (SMART App Launch 2.2, SMART Backend Services).
 *
 * <p>The one door to the OAuth and JOSE libraries. It asks nobody but an EHR of the registry, follows no redirect, takes
 * no key, issuer or address from a token, and never puts a token, a code or a patient's data into a message.
 */
@NullMarked
package org.anamnesis.smart;

import org.jspecify.annotations.NullMarked;
