package org.anamnesis.model;

import static org.anamnesis.model.Models.PATIENT;
import static org.anamnesis.model.Models.PROMPT;
import static org.anamnesis.model.Models.failed;
import static org.anamnesis.model.Models.openAi;
import static org.anamnesis.model.Models.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One model over real HTTP: time, length, number, tries, rest, cancellation. */
class ModelGatewayTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ScriptedModel server;

    @BeforeEach
    void start() {
        server = new ScriptedModel(Dialect.OPENAI);
    }

    @AfterEach
    void stop() {
        server.close();
        threads.shutdownNow();
    }

    @Test
    void givesBackTheWholeStreamedAnswer() {
        server.does(talk -> talk.start().part("{\"a\":").part("1}").end(Dialect.End.DONE));
        try (var gateway = gateway(PATIENT)) {
            assertThat(written(gateway.ask(PROMPT)).text()).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void case55SaysThatAnEndpointThatIsNotThereIsUnavailable() throws IOException {
        URI nowhere;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
        }
        try (var gateway = new ModelGateway(ModelSettings.openAi(
                "ward", nowhere, "demo", Optional.empty(), PATIENT.tries(2, Duration.ofSeconds(2))))) {
            ModelAnswer.Failed failed = failed(gateway.ask(PROMPT));
            assertThat(failed.reason()).isEqualTo(ModelAnswer.Reason.UNAVAILABLE);
            assertThat(failed.attempts())
                    .containsExactly(new ModelAnswer.Attempt(new ModelName("ward", "demo"), Cause.UNREACHABLE, 3));
        }
    }

    @Test
    void asksNoMoreThanTheAllowedNumberAtOnce() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        server.does(talk -> {
            first.countDown();
            over.await();
            talk.whole("{}");
        });
        try (var gateway = gateway(PATIENT.bounds(1_000, 1))) {
            Future<ModelAnswer> waiting = threads.submit(() -> gateway.ask(PROMPT));
            first.await();
            ModelAnswer.Failed failed = failed(gateway.ask(PROMPT));
            assertThat(failed.reason()).isEqualTo(ModelAnswer.Reason.UNAVAILABLE);
            assertThat(failed.attempts().get(0).cause()).isEqualTo(Cause.BUSY);
            over.countDown();
            written(waiting.get(20, TimeUnit.SECONDS));
            written(gateway.ask(PROMPT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 529})
    void triesAgainAnOverloadedModelAfterTheTimeItAsksFor(int status) {
        AtomicInteger asked = new AtomicInteger();
        server.does(talk -> {
            if (asked.incrementAndGet() == 1) {
                talk.status(status, "Retry-After: 0");
            } else {
                talk.whole("{}");
            }
        });
        try (var gateway = gateway(PATIENT.tries(1, Duration.ofSeconds(2)))) {
            written(gateway.ask(PROMPT));
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void case55WaitsNoLongerForANewTryThanTheSettingsAllow() {
        server.does(talk -> talk.status(429, "Retry-After: 3600"));
        try (var gateway = gateway(PATIENT.tries(5, Duration.ofSeconds(2)))) {
            assertThat(failed(gateway.ask(PROMPT)).attempts().get(0).tries()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 500, 502})
    void neverTriesAgainWhatMayHaveBeenWorkedOn(int status) {
        server.does(talk -> talk.status(status));
        try (var gateway = gateway(PATIENT.tries(5, Duration.ofSeconds(2)))) {
            assertThat(failed(gateway.ask(PROMPT)).attempts().get(0).tries()).isEqualTo(1);
        }
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void case55NeverTriesAgainAnAnswerThatHadBegun() {
        server.does(talk -> talk.start().part("{").cut());
        try (var gateway = gateway(PATIENT.tries(5, Duration.ofSeconds(2)))) {
            failed(gateway.ask(PROMPT));
        }
        assertThat(server.asked()).hasSize(1);
    }

    /** One byte after another: each is a sign of life, and the whole is still bounded. */
    @Test
    void case55AModelThatDripsIsHungUpOnWhenItsTimeIsOver() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        server.does(talk -> {
            talk.start();
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                talk.part("x");
            }
        });
        try (var gateway = gateway(PATIENT.patience(Duration.ofSeconds(1), Duration.ofSeconds(2)))) {
            ModelAnswer.Failed failed = failed(gateway.ask(PROMPT));
            assertThat(failed.attempts().get(0).cause()).isEqualTo(Cause.TOO_SLOW);
            assertThat(failed.reason()).isEqualTo(ModelAnswer.Reason.TIMEOUT);
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    /** Events without text, comments without end, a line without end: bytes are bounded, not only characters. */
    @ParameterizedTest
    @ValueSource(
            strings = {": nothing\n", "data: {\"choices\":[{\"index\":0,\"delta\":{}}]}\n\n", "data: more and more "})
    void case51AStreamWithoutTextAndWithoutEndIsHungUpOn(String piece) throws Exception {
        server.does(talk -> {
            talk.start();
            String much = piece.repeat(2_000);
            while (talk.goesOn()) {
                talk.piece(much);
            }
        });
        try (var gateway = gateway(PATIENT.bounds(500, 1))) {
            assertThat(failed(gateway.ask(PROMPT)).attempts().get(0).cause()).isEqualTo(Cause.ANSWER_TOO_LONG);
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @Test
    void case51FiftyMegabytesOfAnErrorAreNotRead() throws Exception {
        server.does(talk -> {
            talk.raw("HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n");
            String much = "x".repeat(100_000);
            for (int i = 0; i < 500 && talk.goesOn(); i++) {
                talk.piece(much);
            }
        });
        try (var gateway = gateway(PATIENT)) {
            assertThat(failed(gateway.ask(PROMPT)).attempts().get(0).cause()).isEqualTo(Cause.SERVER_ERROR);
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @Test
    void case51AnEmptyAnswerIsNoAnswer() {
        server.does(talk -> talk.whole(" \n"));
        try (var gateway = gateway(PATIENT)) {
            assertThat(failed(gateway.ask(PROMPT)).reason()).isEqualTo(ModelAnswer.Reason.UNUSABLE);
        }
    }

    @Test
    void case54ARedirectIsNotFollowed() {
        try (var elsewhere = ScriptedModel.speaking(Dialect.OPENAI, talk -> talk.whole("{}"));
                var gateway = gateway(PATIENT)) {
            server.does(talk -> talk.status(307, "Location: " + elsewhere.base() + "/chat/completions"));
            assertThat(failed(gateway.ask(PROMPT)).attempts().get(0).cause()).isEqualTo(Cause.REJECTED);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    // The end comes at another moment of the connection each time.
    @RepeatedTest(25)
    void whoCancelsIsNotKeptWaitingAndTheProviderSeesIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        server.does(talk -> {
            begun.countDown();
            talk.waitForHangUp();
        });
        Cancellation end = new Cancellation();
        try (var gateway = gateway(PATIENT)) {
            Future<ModelAnswer> waiting = threads.submit(() -> gateway.ask(
                    PROMPT, ModelCall.of("brief", ModelCall.Caller.UNKNOWN).cancelledBy(end)));
            begun.await();
            end.cancel();
            assertThat(failed(waiting.get(5, TimeUnit.SECONDS)).reason()).isEqualTo(ModelAnswer.Reason.CANCELLED);
            assertThat(server.sawHangUp()).isTrue();
            assertThat(failed(gateway.ask(
                                    PROMPT,
                                    ModelCall.of("brief", ModelCall.Caller.UNKNOWN)
                                            .cancelledBy(end)))
                            .attempts())
                    .containsExactly(new ModelAnswer.Attempt(new ModelName("ward", "ward-7b"), Cause.CANCELLED, 0));
        }
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void anInterruptedThreadHangsUpToo() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        server.does(talk -> {
            begun.countDown();
            talk.waitForHangUp();
        });
        try (var gateway = gateway(PATIENT)) {
            Future<ModelAnswer> waiting = threads.submit(() -> gateway.ask(PROMPT));
            begun.await();
            waiting.cancel(true);
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @Test
    void whoTakesTheLinesAndIsGoneHangsUpToo() throws Exception {
        server.does(talk -> talk.start().part("{\"a\":1}\n").waitForHangUp());
        try (var gateway = gateway(PATIENT)) {
            assertThatThrownBy(() ->
                            gateway.ask(PROMPT, ModelCall.of("brief", ModelCall.Caller.UNKNOWN), (line, model) -> {
                                throw new IllegalStateException("the browser is gone");
                            }))
                    .hasMessage("the browser is gone");
            assertThat(server.sawHangUp()).isTrue();
            assertThat(gateway.status().get(0).underWay()).isZero();
        }
    }

    @Test
    void aDisclosureThatCannotBeRecordedDoesNotHappen() {
        server.does(talk -> talk.whole("{}"));
        try (var gateway = gateway(PATIENT)) {
            ModelCall call = ModelCall.of("brief", ModelCall.Caller.UNKNOWN).disclosing((model, host) -> {
                throw new IllegalStateException("no audit");
            });
            assertThatThrownBy(() -> gateway.ask(PROMPT, call)).hasMessage("no audit");
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aModelThatFailsAndFailsRestsAndIsTriedOnceAfterwards() throws Exception {
        server.does(talk -> talk.status(500));
        try (var gateway = gateway(PATIENT.breaker(4, Duration.ofMillis(1_500)))) {
            for (int i = 0; i < 4; i++) {
                failed(gateway.ask(PROMPT));
            }
            assertThat(failed(gateway.ask(PROMPT)).attempts().get(0).cause()).isEqualTo(Cause.RESTING);
            assertThat(server.asked()).hasSize(4);
            assertThat(gateway.status().get(0).circuit()).isEqualTo("open");
            server.does(talk -> talk.whole("{}"));
            ModelAnswer answer = gateway.ask(PROMPT);
            while (answer instanceof ModelAnswer.Failed) {
                answer = gateway.ask(PROMPT);
            }
            assertThat(gateway.status().get(0).circuit()).isEqualTo("closed");
        }
    }

    @Test
    void answersThatAreNoUseDoNotMakeAModelRest() {
        server.does(talk -> talk.start().part("I").end(Dialect.End.DECLINED));
        try (var gateway = gateway(PATIENT.breaker(2, Duration.ofMinutes(1)))) {
            for (int i = 0; i < 5; i++) {
                assertThat(failed(gateway.ask(PROMPT)).reason()).isEqualTo(ModelAnswer.Reason.REFUSED);
            }
        }
    }

    @Test
    void aPromptThatDoesNotFitIsNotSent() {
        server.does(talk -> talk.whole("{}"));
        Generation small = new Generation(
                java.util.OptionalDouble.of(0), java.util.OptionalInt.of(300), java.util.OptionalInt.empty());
        try (var gateway = new ModelGateway(
                new ModelSettings("ward", Provider.OPENAI, server.base(), "demo", Optional.empty(), small, PATIENT))) {
            assertThat(failed(gateway.ask(PROMPT)).attempts().get(0).cause()).isEqualTo(Cause.PROMPT_TOO_LONG);
        }
        assertThat(server.asked()).isEmpty();
    }

    /** An answer is that of its own prompt, however many are under way. */
    @Test
    void case48NoAnswerHoldsWhatAnotherPromptSaid() throws Exception {
        server.does(talk -> {
            String canary = talk.request().body().replaceAll("(?s).*(canary-\\d+).*", "$1");
            talk.start().part(canary.substring(0, 4)).part(canary.substring(4)).end(Dialect.End.DONE);
        });
        try (var gateway = gateway(PATIENT.bounds(1_000, 200))) {
            List<Callable<String>> calls = IntStream.range(0, 200)
                    .mapToObj(i -> (Callable<String>) () ->
                            written(gateway.ask(Models.about("canary-" + i))).text())
                    .toList();
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 200).mapToObj(i -> "canary-" + i).toList());
        }
    }

    @Test
    void nothingOfAnAnswerIsInTheWordsOfItsRecord() {
        server.does(talk -> talk.whole("{\"text\":\"Lindgren\"}\n"));
        try (var gateway = gateway(PATIENT)) {
            assertThat(gateway.ask(PROMPT).toString())
                    .doesNotContain("Lindgren")
                    .contains("ward-7b");
        }
    }

    private ModelGateway gateway(ModelLimits limits) {
        return new ModelGateway(openAi("ward", server, limits));
    }
}
