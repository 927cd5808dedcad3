package org.anamnesis.model;

import dev.langchain4j.model.anthropic.AnthropicChatResponseMetadata;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The providers' protocols by langchain4j, each over our own connection.
 *
 * <p>A thinking model's thoughts are asked for apart from its answer, so that they count as a sign of life and are never
 * taken for text.
 */
final class Protocols {

    private static final int SEED = 1;
    private static final Pattern ANTHROPIC_REFUSAL = Pattern.compile("\"stop_reason\"\\s*:\\s*\"refusal\"");

    private Protocols() {}

    static StreamingChatModel open(ModelSettings model, Wire wire) {
        return switch (model.provider()) {
            case OPENAI -> openAi(model, wire, model.apiKey().orElse(null), Map.of());
            case AZURE_OPENAI ->
                openAi(model, wire, null, Map.of("api-key", model.apiKey().orElseThrow()));
            case OLLAMA -> ollama(model, wire);
            case ANTHROPIC -> anthropic(model, wire);
            case GEMINI -> gemini(model, wire);
        };
    }

    private static StreamingChatModel openAi(
            ModelSettings model, Wire wire, @Nullable String bearer, Map<String, String> headers) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new WireBuilder(wire))
                .baseUrl(model.baseUrl().toString())
                .apiKey(bearer)
                .customHeaders(headers)
                .modelName(model.model())
                .temperature(temperature(model))
                .maxCompletionTokens(number(model.generation().answerTokens()))
                .seed(SEED)
                .returnThinking(true)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static StreamingChatModel ollama(ModelSettings model, Wire wire) {
        Map<String, String> headers = model.apiKey()
                .map(key -> Map.of("Authorization", "Bearer " + key))
                .orElse(Map.of());
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(new WireBuilder(wire))
                .baseUrl(model.baseUrl().toString())
                .customHeaders(headers)
                .modelName(model.model())
                .temperature(temperature(model))
                .numCtx(number(model.generation().contextTokens()))
                .numPredict(number(model.generation().answerTokens()))
                .seed(SEED)
                .returnThinking(true)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static StreamingChatModel anthropic(ModelSettings model, Wire wire) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(new WireBuilder(wire))
                .baseUrl(model.baseUrl().toString())
                .apiKey(model.apiKey().orElseThrow())
                .modelName(model.model())
                .temperature(temperature(model))
                .maxTokens(model.generation().answerTokens().orElse(Generation.ANSWER_TOKENS))
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static StreamingChatModel gemini(ModelSettings model, Wire wire) {
        return GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(new WireBuilder(wire))
                .baseUrl(model.baseUrl().toString())
                .apiKey(model.apiKey().orElseThrow())
                .modelName(model.model())
                .temperature(temperature(model))
                .maxOutputTokens(number(model.generation().answerTokens()))
                .seed(SEED)
                .returnThinking(true)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    /** Whether a finished answer is the model's refusal; langchain4j has no word for Anthropic's. */
    static boolean isRefusal(ChatResponse response) {
        return response.finishReason() == FinishReason.CONTENT_FILTER
                || response.metadata() instanceof AnthropicChatResponseMetadata metadata
                        && metadata.rawServerSentEvents().stream()
                                .filter(event -> "message_delta".equals(event.event()))
                                .anyMatch(event ->
                                        ANTHROPIC_REFUSAL.matcher(event.data()).find());
    }

    private static @Nullable Double temperature(ModelSettings model) {
        var temperature = model.generation().temperature();
        return temperature.isPresent() ? temperature.getAsDouble() : null;
    }

    private static @Nullable Integer number(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
