/**
 * What every body of FHIR JSON or XML passes before it is parsed, whoever sent it: callers and EHRs alike.
 *
 * <p>A parser may be killed by a body of a hundred bytes; this package reads in one streaming pass and refuses what no
 * honest sender sends. Its refusals carry a stable code and never a word of the content.
 */
@NullMarked
package org.anamnesis.guard;

import org.jspecify.annotations.NullMarked;
