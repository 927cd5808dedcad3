package org.anamnesis.sandbox.authorization;

import java.time.Instant;
import java.util.Optional;

/**
 * A chart opened for an app: who looks at whom. The id says nothing of it and cannot be guessed.
 *
 * @param id what the app is handed and hands back
 * @param patient the logical id of the patient
 * @param encounter the logical id of the encounter, where one was open
 * @param practitioner the logical id of the practitioner who opened the chart
 * @param until the instant from which no new authorization is given on it
 */
public record Launch(String id, String patient, Optional<String> encounter, String practitioner, Instant until) {}
