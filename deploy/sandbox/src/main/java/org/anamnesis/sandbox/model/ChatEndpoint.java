package org.anamnesis.sandbox.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** {@code POST /v1/chat/completions}, streamed (server-sent events) or whole. */
final class ChatEndpoint {

    private static final int MOST_BODY_BYTES = 16_000_000;

    /** Clients are expected to give up long before. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final JsonMapper JSON = new JsonMapper();

    private final ModelStub stub;
    private final AtomicLong number = new AtomicLong();

    ChatEndpoint(ModelStub stub) {
        this.stub = stub;
    }

    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                Answers.error(exchange, 405, "invalid_request_error", "POST only");
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
            if (body.length > MOST_BODY_BYTES) {
                Answers.error(exchange, 413, "invalid_request_error", "the request is too large");
                return;
            }
            Optional<ChatRequest> request = read(body);
            if (request.isPresent()) {
                answer(exchange, request.get());
            } else {
                Answers.error(exchange, 400, "invalid_request_error", "no chat completion request");
            }
        }
    }

    private static Optional<ChatRequest> read(byte[] body) throws IOException {
        try {
            return Optional.of(ChatRequest.read(JSON.readTree(body)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void answer(HttpExchange exchange, ChatRequest request) throws IOException {
        Optional<Script> named = Script.ofModel(request.model());
        if (named.isEmpty()) {
            Answers.error(exchange, 404, "model_not_found", "see /v1/models for the scripts");
            return;
        }
        Script script = named.get() == Script.BEHAVES ? stub.script() : named.get();
        Reply summary = Performance.of(script, request.chart());
        Reply reply = request.isTriage()
                ? TriageAnswer.of(summary)
                : request.isRepair() ? RepairAnswer.of(summary, request.chart()) : summary;
        var planted = reply instanceof Reply.Written written ? written.planted() : List.<String>of();
        stub.remember(new Received(script.word(), request.model(), request.stream(), request.messages(), planted));
        var completion = new Completion("chatcmpl-scripted-" + number.incrementAndGet(), script.modelName());
        int promptCharacters =
                request.messages().stream().mapToInt(String::length).sum();
        switch (reply) {
            case Reply.Refused refused -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                Answers.error(exchange, refused.status(), refused.type(), refused.message());
            }
            case Reply.Silence ignored -> {
                startStream(exchange).flush();
                waitFor(LONGEST);
            }
            case Reply.Endless endless -> repeat(exchange, completion, endless);
            case Reply.Written written -> {
                if (request.stream()) {
                    stream(exchange, completion, written, promptCharacters);
                } else {
                    waitFor(written.pause().multipliedBy(written.text().length() / written.pieceCharacters()));
                    Answers.json(
                            exchange, 200, completion.whole(written.text(), written.finishReason(), promptCharacters));
                }
            }
        }
    }

    private void stream(HttpExchange exchange, Completion completion, Reply.Written written, int promptCharacters)
            throws IOException {
        OutputStream out = startStream(exchange);
        String text = written.text();
        for (int from = 0; from < text.length(); from += written.pieceCharacters()) {
            event(
                    out,
                    completion.piece(text.substring(from, Math.min(text.length(), from + written.pieceCharacters()))));
            if (!waitFor(written.pause())) {
                return;
            }
        }
        event(out, completion.last(written.finishReason(), promptCharacters, text.length()));
        event(out, "[DONE]");
    }

    /** Writes until the client hangs up, which ends the write with an exception. */
    private void repeat(HttpExchange exchange, Completion completion, Reply.Endless endless) throws IOException {
        OutputStream out = startStream(exchange);
        long end = System.nanoTime() + LONGEST.toNanos();
        String text = endless.text().isEmpty() ? "\n" : endless.text();
        while (System.nanoTime() < end && waitFor(Duration.ofMillis(5))) {
            event(out, completion.piece(text));
        }
    }

    private static OutputStream startStream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static void event(OutputStream out, String text) throws IOException {
        out.write(("data: " + text + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Waits, and tells whether the stand-in goes on. */
    private boolean waitFor(Duration time) {
        try {
            return !stub.closed().await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
