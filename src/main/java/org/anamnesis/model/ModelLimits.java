package org.anamnesis.model;

import java.time.Duration;

/**
 * How far one model is trusted with time, length and number.
 *
 * @param silence how long it may say nothing, before its first word and between two of them
 * @param whole how long one answer may take in all, with every new try
 * @param answerCharacters how long an answer may be
 * @param concurrent how many answers may be under way at once on this node
 * @param retries how often it is tried again where it is safe
 * @param longestWait the longest wait before a new try, whatever its Retry-After says
 * @param breakerCalls how many of its last calls decide whether it rests: half of them outages
 * @param rest how long it rests then
 */
public record ModelLimits(
        Duration silence,
        Duration whole,
        int answerCharacters,
        int concurrent,
        int retries,
        Duration longestWait,
        int breakerCalls,
        Duration rest) {

    /** The product's own. */
    public static final ModelLimits DEFAULT = new ModelLimits(
            Duration.ofSeconds(15),
            Duration.ofSeconds(90),
            60_000,
            8,
            1,
            Duration.ofSeconds(2),
            10,
            Duration.ofSeconds(30));

    public ModelLimits {
        if (!silence.isPositive() || whole.compareTo(silence) < 0) {
            throw new IllegalArgumentException(
                    "timeout must not be shorter than first-token-timeout, and both above zero");
        }
        if (answerCharacters < 1 || concurrent < 1 || breakerCalls < 1) {
            throw new IllegalArgumentException("answer-characters, concurrent and breaker-calls must be above zero");
        }
        if (retries < 0 || longestWait.isNegative() || !rest.isPositive()) {
            throw new IllegalArgumentException("retries and retry-wait must not be below zero, breaker-rest above it");
        }
    }

    /** The same with other patience. */
    public ModelLimits patience(Duration otherSilence, Duration otherWhole) {
        return new ModelLimits(
                otherSilence, otherWhole, answerCharacters, concurrent, retries, longestWait, breakerCalls, rest);
    }

    /** The same with other bounds of length and number. */
    public ModelLimits bounds(int characters, int atOnce) {
        return new ModelLimits(silence, whole, characters, atOnce, retries, longestWait, breakerCalls, rest);
    }

    /** The same with other tries. */
    public ModelLimits tries(int otherRetries, Duration otherWait) {
        return new ModelLimits(
                silence, whole, answerCharacters, concurrent, otherRetries, otherWait, breakerCalls, rest);
    }

    /** The same with another circuit breaker. */
    public ModelLimits breaker(int calls, Duration otherRest) {
        return new ModelLimits(silence, whole, answerCharacters, concurrent, retries, longestWait, calls, otherRest);
    }

    /** How many bytes one answer may have on the wire: one event for each character at the worst. */
    long answerBytes() {
        return 1_000_000L + 400L * answerCharacters;
    }
}
