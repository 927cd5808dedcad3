/**
 * The FHIR R4 server itself: HAPI's JPA server on an embedded H2 database, with everything left out that a sandbox
 * does not use (full text, terminology loading, subscriptions, scheduled jobs). Decides nothing about who may do what.
 */
@NullMarked
package org.anamnesis.sandbox.server;

import org.jspecify.annotations.NullMarked;
