package org.anamnesis.model;

/** How each provider's endpoint streams an answer, as its public documentation says. */
enum Dialect {
    OPENAI("/v1", "text/event-stream") {
        @Override
        String opening() {
            return data("{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,"
                    + "\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}");
        }

        @Override
        String part(String text) {
            return data(
                    "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"demo\",\"choices\":"
                            + "[{\"index\":0,\"delta\":{\"content\":\"" + escaped(text)
                            + "\"},\"finish_reason\":null}]}");
        }

        @Override
        String end(End end) {
            String reason = switch (end) {
                case DONE -> "stop";
                case LENGTH -> "length";
                case DECLINED -> "content_filter";
            };
            return data("{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},"
                            + "\"finish_reason\":\"" + reason + "\"}]}")
                    + data("{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":"
                            + "{\"prompt_tokens\":111,\"completion_tokens\":22,\"total_tokens\":133}}")
                    + data("[DONE]");
        }
    },
    OLLAMA("", "application/x-ndjson") {
        @Override
        String opening() {
            return "";
        }

        @Override
        String part(String text) {
            return "{\"model\":\"demo\",\"created_at\":\"2024-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                    + "\"content\":\"" + escaped(text) + "\"},\"done\":false}\n";
        }

        @Override
        String end(End end) {
            return "{\"model\":\"demo\",\"created_at\":\"2024-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                    + "\"content\":\"\"},\"done\":true,\"done_reason\":\"" + (end == End.LENGTH ? "length" : "stop")
                    + "\",\"prompt_eval_count\":111,\"eval_count\":22}\n";
        }
    },
    ANTHROPIC("/v1", "text/event-stream") {
        @Override
        String opening() {
            return event(
                            "message_start",
                            "{\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\","
                                    + "\"content\":[],\"model\":\"demo\",\"stop_reason\":null,\"usage\":"
                                    + "{\"input_tokens\":111,\"output_tokens\":1}}}")
                    + event(
                            "content_block_start",
                            "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}")
                    + event("ping", "{\"type\":\"ping\"}");
        }

        @Override
        String part(String text) {
            return event(
                    "content_block_delta",
                    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\""
                            + escaped(text) + "\"}}");
        }

        @Override
        String end(End end) {
            String reason = switch (end) {
                case DONE -> "end_turn";
                case LENGTH -> "max_tokens";
                case DECLINED -> "refusal";
            };
            return event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
                    + event(
                            "message_delta",
                            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + reason
                                    + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":22}}")
                    + event("message_stop", "{\"type\":\"message_stop\"}");
        }
    },
    GEMINI("/v1beta", "text/event-stream") {
        @Override
        String opening() {
            return "";
        }

        @Override
        String part(String text) {
            return data("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"" + escaped(text)
                    + "\"}],\"role\":\"model\"},\"index\":0}],\"modelVersion\":\"demo\"}");
        }

        @Override
        String end(End end) {
            String reason = switch (end) {
                case DONE -> "STOP";
                case LENGTH -> "MAX_TOKENS";
                case DECLINED -> "SAFETY";
            };
            return data(
                    "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},\"finishReason\":\""
                            + reason
                            + "\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":111,\"candidatesTokenCount\":22,"
                            + "\"totalTokenCount\":133},\"modelVersion\":\"demo\"}");
        }
    };

    /** How an answer ends. */
    enum End {
        DONE,
        LENGTH,
        DECLINED
    }

    private final String base;
    private final String type;

    Dialect(String base, String type) {
        this.base = base;
        this.type = type;
    }

    String base() {
        return base;
    }

    String contentType() {
        return type;
    }

    abstract String opening();

    abstract String part(String text);

    abstract String end(End end);

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }

    private static String event(String name, String json) {
        return "event: " + name + "\n" + data(json);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
