/**
 * Requests to the facade that are answered later (FHIR's asynchronous pattern): taken in, done by any node, kept for their caller,
 * forgotten in time.
 */
@NullMarked
package org.anamnesis.jobs;

import org.jspecify.annotations.NullMarked;
