package org.anamnesis.sandbox.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of one answer, whole or in pieces.
 *
 * @param id the answer's id
 * @param model the script's name, which says that no language model wrote this
 */
record Completion(String id, String model) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int CHARACTERS_PER_TOKEN = 4;

    String whole(String text, String finishReason, int promptCharacters) {
        ObjectNode answer = head("chat.completion");
        ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", text);
        choice.put("finish_reason", finishReason);
        usage(answer, promptCharacters, text.length());
        return answer.toString();
    }

    String piece(String text) {
        return chunk(JSON.objectNode().put("role", "assistant").put("content", text), null)
                .toString();
    }

    String last(String finishReason, int promptCharacters, int answerCharacters) {
        ObjectNode chunk = chunk(JSON.objectNode(), finishReason);
        usage(chunk, promptCharacters, answerCharacters);
        return chunk.toString();
    }

    private ObjectNode chunk(ObjectNode delta, @Nullable String finishReason) {
        ObjectNode chunk = head("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finishReason);
        return chunk;
    }

    private ObjectNode head(String object) {
        return JSON.objectNode()
                .put("id", id)
                .put("object", object)
                .put("created", Instant.now().getEpochSecond())
                .put("model", model)
                .put("system_fingerprint", "scripted, no language model");
    }

    private static void usage(ObjectNode answer, int promptCharacters, int answerCharacters) {
        int prompt = promptCharacters / CHARACTERS_PER_TOKEN;
        int written = answerCharacters / CHARACTERS_PER_TOKEN;
        answer.putObject("usage")
                .put("prompt_tokens", prompt)
                .put("completion_tokens", written)
                .put("total_tokens", prompt + written);
    }
}
