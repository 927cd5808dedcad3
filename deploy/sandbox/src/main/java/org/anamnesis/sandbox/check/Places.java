package org.anamnesis.sandbox.check;

import java.net.URI;
import java.util.Optional;

/**
 * Where everything answers.
 *
 * @param ehr the EHR, which is also the authorization server
 * @param fhir the EHR's FHIR base
 * @param facade the product's FHIR base for this EHR
 * @param model the stand-in's OpenAI-compatible address; absent where the product runs without a model
 */
public record Places(URI ehr, URI fhir, URI facade, Optional<URI> model) {}
