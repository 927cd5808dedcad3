package org.anamnesis.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A chat completion as asked for.
 *
 * @param model the model's name
 * @param stream whether the answer is to be streamed
 * @param messages the messages' texts, in order
 */
record ChatRequest(String model, boolean stream, List<String> messages) {

    ChatRequest {
        messages = List.copyOf(messages);
    }

    /** Reads OpenAI's request body; a message's content is a text or a list of parts. */
    static ChatRequest read(JsonNode body) {
        List<String> texts = new ArrayList<>();
        for (JsonNode message : body.path("messages")) {
            JsonNode content = message.path("content");
            if (content.isTextual()) {
                texts.add(content.asText());
            } else {
                content.forEach(part -> texts.add(part.path("text").asText()));
            }
        }
        if (!body.path("model").isTextual() || texts.isEmpty()) {
            throw new IllegalArgumentException("a chat completion needs a model and messages");
        }
        return new ChatRequest(body.path("model").asText(), body.path("stream").asBoolean(), texts);
    }

    ChartBlock chart() {
        return ChartBlock.in(String.join("\n", messages));
    }

    /** Whether the instructions, and not the chart, ask for a triage nurse's second pair of eyes. */
    boolean isTriage() {
        return messages.size() > 1 && messages.getFirst().contains("\"part\":\"consider\"");
    }

    /** Whether the instructions ask to put right what was found wrong. */
    boolean isRepair() {
        return messages.size() > 1 && messages.getFirst().contains("{\"statement\":");
    }
}
