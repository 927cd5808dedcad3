package org.anamnesis.model;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * Which model writes, and within which limits.
 *
 * @param baseUrl an OpenAI-compatible endpoint, up to and including {@code /v1}
 * @param name the model's name there
 * @param apiKey sent as a bearer token, where the endpoint wants one
 * @param firstToken how long the model may stay silent before it starts
 * @param whole how long an answer may take in all
 * @param answerCharacters how long an answer may be
 * @param concurrent how many answers may be under way at once on this node
 */
public record ModelSettings(
        URI baseUrl,
        String name,
        Optional<String> apiKey,
        Duration firstToken,
        Duration whole,
        int answerCharacters,
        int concurrent) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public ModelSettings {
        boolean encrypted = "https".equals(baseUrl.getScheme());
        boolean loopback = "http".equals(baseUrl.getScheme()) && LOOPBACK.contains(String.valueOf(baseUrl.getHost()));
        if (!encrypted && !loopback) {
            throw new IllegalArgumentException(
                    "anamnesis.model.base-url must be an https address, or http on this machine itself");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("anamnesis.model.name is missing: the model's name at the endpoint");
        }
        if (firstToken.isNegative() || firstToken.isZero() || whole.compareTo(firstToken) < 0) {
            throw new IllegalArgumentException(
                    "anamnesis.model.timeout must not be shorter than anamnesis.model.first-token-timeout, and both above zero");
        }
    }

    /** Reads the settings; empty where no endpoint is named, which means that rules write. */
    public static Optional<ModelSettings> read(Config config) {
        return config.getOptionalValue("anamnesis.model.base-url", String.class)
                .map(url -> new ModelSettings(
                        uri(url),
                        config.getOptionalValue("anamnesis.model.name", String.class)
                                .orElse(""),
                        config.getOptionalValue("anamnesis.model.api-key", String.class),
                        duration(config, "anamnesis.model.first-token-timeout", Duration.ofSeconds(15)),
                        duration(config, "anamnesis.model.timeout", Duration.ofSeconds(90)),
                        config.getOptionalValue("anamnesis.model.answer-characters", Integer.class)
                                .orElse(60_000),
                        config.getOptionalValue("anamnesis.model.concurrent", Integer.class)
                                .orElse(8)));
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("anamnesis.model.base-url is not a URL", e);
        }
    }

    private static Duration duration(Config config, String key, Duration otherwise) {
        return config.getOptionalValue(key, Duration.class).orElse(otherwise);
    }
}
