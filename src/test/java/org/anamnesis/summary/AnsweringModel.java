package org.anamnesis.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.model.ModelLimits;
import org.anamnesis.model.ModelSettings;

/** An OpenAI-compatible endpoint on this machine that streams what a test says, one line a piece, and keeps what it was asked. */
public final class AnsweringModel implements AutoCloseable {

    /** What it says to one question. */
    @FunctionalInterface
    public interface Behaviour {
        /** @param number which question it is, from 1 */
        void answer(int number, Speaking speaking) throws Exception;
    }

    /** One answer on its way. */
    public static final class Speaking {
        private final OutputStream out;

        private Speaking(OutputStream out) {
            this.out = out;
        }

        public Speaking line(String line) throws IOException {
            return part(line + "\n");
        }

        public Speaking part(String text) throws IOException {
            send(
                    "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                            + "\"delta\":{\"role\":\"assistant\",\"content\":"
                            + Json.createValue(text) + "},\"finish_reason\":null}]}");
            return this;
        }

        public void end() throws IOException {
            send(
                    "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                            + "\"delta\":{},\"finish_reason\":\"stop\"}]}");
            send("[DONE]");
        }

        private void send(String data) throws IOException {
            out.write(("data: " + data + "\n\n").getBytes(UTF_8));
            out.flush();
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;

    public AnsweringModel(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/v1/chat/completions", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** One that gives each answer whole, the last one again and again. */
    public static AnsweringModel saying(String... answers) {
        return new AnsweringModel((number, speaking) -> {
            for (String line :
                    answers[Math.min(number, answers.length) - 1].lines().toList()) {
                speaking.line(line);
            }
            speaking.end();
        });
    }

    /** One that gives the answers in turn, and then again from the first: a question and what it leads to, many times. */
    public static AnsweringModel inTurn(String... answers) {
        return new AnsweringModel((number, speaking) -> {
            for (String line : answers[(number - 1) % answers.length].lines().toList()) {
                speaking.line(line);
            }
            speaking.end();
        });
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            int number;
            synchronized (asked) {
                asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                number = asked.size();
            }
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            behaviour.answer(number, new Speaking(exchange.getResponseBody()));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** The bodies of the questions so far. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    ModelGateway gateway() {
        return new ModelGateway(ModelSettings.openAi("ward", base(), "ward-7b", Optional.empty(), ModelLimits.DEFAULT));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
