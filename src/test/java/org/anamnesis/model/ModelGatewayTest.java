package org.anamnesis.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.anamnesis.digest.Digester;
import org.anamnesis.privacy.PrivacyStep;
import org.anamnesis.privacy.Released;
import org.anamnesis.prompt.PromptFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over real HTTP, against an endpoint that speaks as OpenAI-compatible ones do. */
class ModelGatewayTest {

    private static final Released PROMPT = released();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private HttpServer endpoint;
    private volatile Behaviour behaviour;
    private volatile String asked;

    private interface Behaviour {
        void answer(HttpExchange exchange) throws Exception;
    }

    @BeforeEach
    void start() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.setExecutor(threads);
        endpoint.createContext("/v1/chat/completions", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            try {
                behaviour.answer(exchange);
            } catch (IOException e) {
                hungUp.countDown();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                exchange.close();
            }
        });
        endpoint.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        endpoint.stop(0);
        threads.shutdownNow();
    }

    @Test
    void givesBackTheWholeStreamedAnswer() {
        behaviour = exchange -> {
            OutputStream out = stream(exchange);
            part(out, "{\\\"a\\\":");
            part(out, "1}");
            done(out);
        };
        assertThat(gateway(Duration.ofSeconds(10), 1_000, 2).ask(PROMPT))
                .isEqualTo(new ModelAnswer.Written("{\"a\":1}"));
        assertThat(asked.replace(" ", ""))
                .contains("\"stream\":true")
                .contains("Heartfailure")
                .contains("\"temperature\":0.0");
    }

    @Test
    void givesUpAModelThatStaysSilent() {
        behaviour = exchange -> {
            stream(exchange);
            over.await();
        };
        assertThat(gateway(Duration.ofMillis(300), 1_000, 2).ask(PROMPT)).isEqualTo(failed(ModelAnswer.Reason.TIMEOUT));
    }

    @Test
    void hangsUpOnAModelThatNeverStops() throws InterruptedException {
        behaviour = exchange -> {
            OutputStream out = stream(exchange);
            while (over.getCount() > 0) {
                part(out, "more and more and more ");
            }
        };
        assertThat(gateway(Duration.ofSeconds(10), 500, 2).ask(PROMPT)).isEqualTo(failed(ModelAnswer.Reason.UNUSABLE));
        assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void saysThatAnOverloadedEndpointIsUnavailable() {
        behaviour = exchange -> exchange.sendResponseHeaders(429, -1);
        assertThat(gateway(Duration.ofSeconds(10), 1_000, 2).ask(PROMPT))
                .isEqualTo(failed(ModelAnswer.Reason.UNAVAILABLE));
    }

    @Test
    void saysThatAnEndpointThatIsNotThereIsUnavailable() {
        endpoint.stop(0);
        assertThat(gateway(Duration.ofSeconds(10), 1_000, 2).ask(PROMPT))
                .isEqualTo(failed(ModelAnswer.Reason.UNAVAILABLE));
    }

    @Test
    void asksNoMoreThanTheAllowedNumberAtOnce() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        behaviour = exchange -> {
            first.countDown();
            over.await();
        };
        ModelGateway gateway = gateway(Duration.ofSeconds(10), 1_000, 1);
        Future<ModelAnswer> waiting = threads.submit(() -> gateway.ask(PROMPT));
        first.await();
        assertThat(gateway.ask(PROMPT)).isEqualTo(failed(ModelAnswer.Reason.UNAVAILABLE));
        over.countDown();
        waiting.get(20, TimeUnit.SECONDS);
    }

    private ModelGateway gateway(Duration firstToken, int characters, int concurrent) {
        URI base = URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort() + "/v1");
        return new ModelGateway(new ModelSettings(
                base, "demo", Optional.empty(), firstToken, Duration.ofSeconds(10), characters, concurrent));
    }

    private static ModelAnswer failed(ModelAnswer.Reason reason) {
        return new ModelAnswer.Failed(reason);
    }

    private static OutputStream stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        return exchange.getResponseBody();
    }

    private static void part(OutputStream out, String text) throws IOException {
        send(
                out,
                "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"demo\",\"choices\":[{\"index\":0,"
                        + "\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}");
    }

    private static void done(OutputStream out) throws IOException {
        send(
                out,
                "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"demo\",\"choices\":[{\"index\":0,"
                        + "\"delta\":{},\"finish_reason\":\"stop\"}]}");
        send(out, "[DONE]");
    }

    private static void send(OutputStream out, String event) throws IOException {
        out.write(("data: " + event + "\n\n").getBytes(UTF_8));
        out.flush();
    }

    private static Released released() {
        var chart = aChart().problem("Heart failure", org.anamnesis.chart.Standing.ACTIVE, "2018-06-20")
                .build();
        return PrivacyStep.release(PromptFile.read("brief-3").over(Digester.digest(chart, 10_000)), chart.patient());
    }
}
