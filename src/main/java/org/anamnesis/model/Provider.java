package org.anamnesis.model;

import java.util.Arrays;
import java.util.Optional;

/** Which protocol a model's endpoint speaks. */
public enum Provider {
    /** OpenAI's chat completions: vLLM, llama.cpp, Ollama's {@code /v1}, OpenAI and many gateways. */
    OPENAI("openai"),

    /** OpenAI's chat completions at Azure's v1 endpoint, with the key in the header {@code api-key}. */
    AZURE_OPENAI("azure-openai"),

    /** Ollama's own protocol, which alone lets a caller say how long the context is. */
    OLLAMA("ollama"),

    /** Anthropic's Messages API. */
    ANTHROPIC("anthropic"),

    /** Google's Gemini API. */
    GEMINI("gemini");

    private final String word;

    Provider(String word) {
        this.word = word;
    }

    /** The word of the configuration, e.g. {@code azure-openai}. */
    public String word() {
        return word;
    }

    /** Whether its endpoints answer nobody without a key. */
    boolean needsKey() {
        return this == AZURE_OPENAI || this == ANTHROPIC || this == GEMINI;
    }

    static Optional<Provider> ofWord(String word) {
        return Arrays.stream(values())
                .filter(provider -> provider.word.equals(word))
                .findFirst();
    }
}
