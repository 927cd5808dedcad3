package org.anamnesis.model;

import java.time.Duration;
import java.util.function.Predicate;
import org.anamnesis.privacy.Released;

/**
 * What a model must be able to do before a patient's text goes to it.
 *
 * @param prompt a question over made-up text
 * @param answered whether an answer is in the format that was asked for
 * @param again how long after a failure it is tried anew
 */
public record Probe(Released prompt, Predicate<String> answered, Duration again) {}
