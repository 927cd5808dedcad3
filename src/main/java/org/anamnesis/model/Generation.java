package org.anamnesis.model;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a model is asked to write.
 *
 * @param temperature 0 for the most likely words; empty sends none, for models that refuse one
 * @param contextTokens how many tokens prompt and answer may have together; a prompt that does not fit is not sent, since
 *     some servers drop its beginning without a word
 * @param answerTokens the most tokens of an answer, where the provider is told
 */
public record Generation(OptionalDouble temperature, OptionalInt contextTokens, OptionalInt answerTokens) {

    /** Temperature 0, the provider's own lengths. */
    public static final Generation DEFAULT =
            new Generation(OptionalDouble.of(0), OptionalInt.empty(), OptionalInt.empty());

    /** The most tokens of an answer where a provider must be told and no setting says. */
    static final int ANSWER_TOKENS = 8_000;

    public Generation {
        if (temperature.orElse(0) < 0 || temperature.orElse(0) > 2) {
            throw new IllegalArgumentException("temperature must be from 0 to 2, or none");
        }
        if (contextTokens.orElse(1) < 1 || answerTokens.orElse(1) < 1) {
            throw new IllegalArgumentException("context-tokens and answer-tokens must be above zero");
        }
    }

    /** Whether a prompt of so many tokens leaves room for an answer. */
    boolean fits(long promptTokens) {
        return contextTokens.isEmpty() || promptTokens + answerTokens.orElse(0) < contextTokens.getAsInt();
    }
}
