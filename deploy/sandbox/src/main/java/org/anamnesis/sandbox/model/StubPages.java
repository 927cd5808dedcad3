package org.anamnesis.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything but the chat: what this is, the list of models, the script at run time, what was received. */
final class StubPages {

    private static final int MOST_BODY_BYTES = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final ModelStub stub;

    StubPages(ModelStub stub) {
        this.stub = stub;
    }

    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (asked) {
                case "GET /" -> Answers.text(exchange, 200, about());
                case "GET /v1/models" -> Answers.json(exchange, 200, models());
                case "GET /sandbox/requests" -> Answers.json(exchange, 200, JSON.writeValueAsString(stub.received()));
                case "GET /sandbox/script" -> Answers.json(exchange, 200, script());
                case "POST /sandbox/script" -> choose(exchange);
                default -> Answers.error(exchange, 404, "not_found", "there is nothing here");
            }
        }
    }

    private String about() {
        String scripts = Arrays.stream(Script.values())
                .map(script -> "  %-24s %s".formatted(script.modelName(), script.does()))
                .collect(Collectors.joining("\n"));
        return """
                This is no language model. It answers OpenAI's chat completions from a script.

                Models:
                %s

                The model "scripted" plays: %s
                POST /sandbox/script {"script":"hallucinates"} changes that; GET /sandbox/requests shows what came in.
                """.formatted(scripts, stub.script().word());
    }

    private static String models() {
        var list = JsonNodeFactory.instance.objectNode().put("object", "list");
        var models = list.putArray("data");
        for (Script script : Script.values()) {
            models.addObject()
                    .put("id", script.modelName())
                    .put("object", "model")
                    .put("owned_by", "scripted, no language model");
        }
        return list.toString();
    }

    private String script() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("script", stub.script().word())
                .toString();
    }

    private void choose(HttpExchange exchange) throws IOException {
        JsonNode body;
        try {
            body = JSON.readTree(exchange.getRequestBody().readNBytes(MOST_BODY_BYTES));
        } catch (IOException e) {
            body = JsonNodeFactory.instance.objectNode();
        }
        Optional<Script> script = Script.ofWord(body.path("script").asText());
        if (script.isEmpty()) {
            Answers.error(exchange, 400, "invalid_request_error", "script is none of those listed on /");
            return;
        }
        stub.play(script.get());
        Answers.json(exchange, 200, script());
    }
}
