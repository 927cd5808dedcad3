package org.anamnesis.model;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One model: where it is, how it is asked, and within which limits.
 *
 * @param name its name in this installation, e.g. {@code ward}
 * @param provider the protocol of its endpoint
 * @param baseUrl the endpoint, e.g. up to and including {@code /v1} for an OpenAI-compatible one
 * @param model the model's name there, which goes on the label of what it writes
 * @param apiKey the key, where the endpoint wants one; only ever a header
 * @param generation how it is asked to write
 * @param limits time, length and number
 * @param egress where its requests may go
 */
public record ModelSettings(
        String name,
        Provider provider,
        URI baseUrl,
        String model,
        Optional<String> apiKey,
        Generation generation,
        ModelLimits limits,
        Egress egress) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public ModelSettings {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a model's name is small letters, digits and single hyphens");
        }
        boolean encrypted = "https".equals(baseUrl.getScheme()) && baseUrl.getHost() != null;
        boolean loopback = "http".equals(baseUrl.getScheme()) && LOOPBACK.contains(String.valueOf(baseUrl.getHost()));
        if (!encrypted && !loopback) {
            throw new IllegalArgumentException("base-url must be an https address, or http on this machine itself");
        }
        if (baseUrl.getRawUserInfo() != null || baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new IllegalArgumentException("base-url must have no user name, query and fragment");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("the model's name at the endpoint is missing");
        }
        if (!egress.allowed(baseUrl)) {
            throw new IllegalArgumentException("base-url is not on the list of egress");
        }
        if (provider.needsKey() && apiKey.isEmpty()) {
            throw new IllegalArgumentException(
                    "api-key is missing: " + provider.word() + " answers nobody without one");
        }
    }

    /** A model whose requests go to its own endpoint and nowhere else. */
    public ModelSettings(
            String name,
            Provider provider,
            URI baseUrl,
            String model,
            Optional<String> apiKey,
            Generation generation,
            ModelLimits limits) {
        this(name, provider, baseUrl, model, apiKey, generation, limits, Egress.to(baseUrl));
    }

    /** An OpenAI-compatible model with the product's own way of asking. */
    public static ModelSettings openAi(
            String name, URI baseUrl, String model, Optional<String> apiKey, ModelLimits limits) {
        return new ModelSettings(name, Provider.OPENAI, baseUrl, model, apiKey, Generation.DEFAULT, limits);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ModelSettings[" + name + ", " + provider.word() + ", " + model + "]";
    }
}
