package org.anamnesis.sandbox.server;

/** Marks a HAPI interceptor that the FHIR endpoint registers; the order is that of Spring's ordering. */
public interface FhirInterceptor {}
