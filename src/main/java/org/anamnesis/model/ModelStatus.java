package org.anamnesis.model;

import java.util.Map;

/**
 * How one model stands and what it did since the start, on this node. Nothing in it is about a patient or a secret.
 *
 * @param model its names
 * @param provider the protocol's word
 * @param fitness what the probe found
 * @param circuit {@code closed}, {@code open} (it rests) or {@code half-open} (it is being tried)
 * @param underWay answers under way
 * @param asked how often text was sent to it, probes included
 * @param answered whole answers
 * @param tokensIn tokens of prompts
 * @param tokensOut tokens of answers
 * @param failures how often it did not answer, by {@link Cause#code()}
 */
public record ModelStatus(
        ModelName model,
        String provider,
        Fitness fitness,
        String circuit,
        int underWay,
        long asked,
        long answered,
        long tokensIn,
        long tokensOut,
        Map<String, Long> failures) {

    public ModelStatus {
        failures = Map.copyOf(failures);
    }
}
