package org.anamnesis.boot;

import java.util.Map;

/** One language model for the tools of operations: its state, what it did since the start, and the probe on demand. */
public interface ModelMXBean {

    /** {@code fit}, {@code unfit}, {@code untested} or {@code not-probed}. */
    String getFitness();

    /** {@code closed}, {@code open} or {@code half-open}. */
    String getCircuit();

    /** Answers under way. */
    int getUnderWay();

    /** How often text was sent to it. */
    long getAsked();

    /** Whole answers. */
    long getAnswered();

    /** Tokens of prompts. */
    long getTokensIn();

    /** Tokens of answers. */
    long getTokensOut();

    /** How often it did not answer, by the stable word of the cause. */
    Map<String, Long> getFailures();

    /** Probes all models now. */
    void probe();
}
