package org.anamnesis.evaluation;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.anamnesis.model.ModelLimits;
import org.anamnesis.model.ModelSettings;

/** The language model of an evaluation: its name from the command line, its address as the product itself is told it. */
final class LocalModel {

    /** The environment's names for {@code base-url} and {@code api-key} of the product's configuration. */
    static final String ADDRESS = "ANAMNESIS_MODEL_BASE_URL";

    private static final String KEY = "ANAMNESIS_MODEL_API_KEY";
    private static final Duration FIRST_TOKEN = Duration.ofSeconds(60);
    private static final Duration WHOLE = Duration.ofMinutes(5);
    private static final int ANSWER_CHARACTERS = 60_000;

    private LocalModel() {}

    static ModelSettings named(String name) {
        String address = Optional.ofNullable(System.getenv(ADDRESS))
                .orElseThrow(() -> new IllegalArgumentException("--model needs " + ADDRESS + " in the environment"));
        return ModelSettings.openAi(
                "evaluated",
                URI.create(address),
                name,
                Optional.ofNullable(System.getenv(KEY)),
                ModelLimits.DEFAULT.patience(FIRST_TOKEN, WHOLE).bounds(ANSWER_CHARACTERS, 1));
    }
}
