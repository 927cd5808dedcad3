package org.anamnesis.model;

import static org.anamnesis.model.Models.PATIENT;
import static org.anamnesis.model.Models.PROMPT;
import static org.anamnesis.model.Models.failed;
import static org.anamnesis.model.Models.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each provider's protocol over real HTTP: what is asked, what comes back, and how each fails. */
class ProvidersTest {

    private static final String KEY = "key-of-the-hospital";

    /** The first use of a library takes longer than the patience of some of these tests. */
    @BeforeAll
    static void warmUp() {
        for (Provider provider : Provider.values()) {
            assertThat(cause(provider, talk -> talk.start().end(Dialect.End.DONE)))
                    .isEqualTo(Cause.EMPTY);
        }
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void everyProvidersStreamBecomesTheWholeAnswerWithWhatItCost(Provider provider) {
        try (var server = ScriptedModel.speaking(
                        dialect(provider),
                        talk -> talk.start()
                                .part("{\"a\":")
                                .part("1}\n{\"b\":")
                                .part("2}")
                                .end(Dialect.End.DONE));
                var gateway = new ModelGateway(settings(provider, server, PATIENT))) {
            ModelAnswer.Written answer = written(gateway.ask(PROMPT));
            assertThat(answer.text()).isEqualTo("{\"a\":1}\n{\"b\":2}");
            assertThat(answer.model()).isEqualTo(new ModelName("ward", "demo"));
            assertThat(answer.usage()).isEqualTo(new ModelAnswer.Usage(111, 22, false));
            assertThat(answer.before()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void everyProvidersLinesComeWhileItIsStillWriting(Provider provider) throws Exception {
        var seen = new java.util.concurrent.CountDownLatch(1);
        List<String> lines = new ArrayList<>();
        try (var server = ScriptedModel.speaking(dialect(provider), talk -> {
                    talk.start().part("{\"a\":1}\n{\"b\"");
                    seen.await();
                    talk.part(":2}").end(Dialect.End.DONE);
                });
                var gateway = new ModelGateway(settings(provider, server, PATIENT))) {
            gateway.ask(PROMPT, ModelCall.of("brief", ModelCall.Caller.UNKNOWN), (line, model) -> {
                lines.add(line);
                seen.countDown();
            });
        }
        assertThat(lines).containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, /v1/chat/completions, authorization: bearer key-of-the-hospital",
        "AZURE_OPENAI, /v1/chat/completions, api-key: key-of-the-hospital",
        "OLLAMA, /api/chat, authorization: bearer key-of-the-hospital",
        "ANTHROPIC, /v1/messages, x-api-key: key-of-the-hospital",
        "GEMINI, /v1beta/models/demo:streamGenerateContent?alt=sse, x-goog-api-key: key-of-the-hospital"
    })
    void case53TheKeyIsInTheProvidersHeaderAndNowhereElse(Provider provider, String path, String header) {
        try (var server = ScriptedModel.speaking(dialect(provider), talk -> talk.whole("{}"));
                var gateway = new ModelGateway(settings(provider, server, PATIENT))) {
            written(gateway.ask(PROMPT));
            ScriptedModel.Asked asked = server.asked().get(0);
            assertThat(asked.line()).isEqualTo("POST " + path + " HTTP/1.1");
            assertThat(asked.headers().toLowerCase(Locale.ROOT))
                    .containsOnlyOnce(KEY)
                    .contains(header);
            assertThat(asked.body()).doesNotContain(KEY).contains("Heart failure", "<chart>");
        }
    }

    @Test
    void azureGetsNoBearerToken() {
        try (var server = ScriptedModel.speaking(Dialect.OPENAI, talk -> talk.whole("{}"));
                var gateway = new ModelGateway(settings(Provider.AZURE_OPENAI, server, PATIENT))) {
            written(gateway.ask(PROMPT));
            assertThat(server.asked().get(0).headers().toLowerCase(Locale.ROOT)).doesNotContain("authorization");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, '\"temperature\":0.0', '\"seed\":1', '\"stream\":true'",
        "OLLAMA, '\"temperature\":0.0', '\"num_ctx\":30000', '\"stream\":true'",
        "ANTHROPIC, '\"temperature\":0.0', '\"max_tokens\":900', '\"stream\":true'",
        "GEMINI, '\"temperature\":0.0', '\"maxOutputTokens\":900', '\"seed\":1'"
    })
    void theSettingsOfWritingReachTheProvider(Provider provider, String one, String two, String three) {
        Generation generation = new Generation(OptionalDouble.of(0), OptionalInt.of(30_000), OptionalInt.of(900));
        try (var server = ScriptedModel.speaking(dialect(provider), talk -> talk.whole("{}"));
                var gateway = new ModelGateway(settings(provider, server, PATIENT, generation))) {
            written(gateway.ask(PROMPT));
            assertThat(server.asked().get(0).body().replaceAll("\\s", "")).contains(one, two, three);
        }
    }

    @Test
    void aModelThatRefusesATemperatureIsSentNone() {
        Generation none = new Generation(OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty());
        try (var server = ScriptedModel.speaking(Dialect.OPENAI, talk -> talk.whole("{}"));
                var gateway = new ModelGateway(settings(Provider.OPENAI, server, PATIENT, none))) {
            written(gateway.ask(PROMPT));
            assertThat(server.asked().get(0).body()).doesNotContain("temperature");
        }
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void case51AnAnswerThatStopsBeforeItIsDoneIsNoAnswer(Provider provider) {
        assertThat(cause(provider, talk -> talk.start().part("{\"a\":1}\n{").end(Dialect.End.LENGTH)))
                .isEqualTo(Cause.UNFINISHED);
    }

    @ParameterizedTest
    @EnumSource(value = Provider.class, names = "OLLAMA", mode = EnumSource.Mode.EXCLUDE)
    void case51AProvidersFilterIsARefusal(Provider provider) {
        assertThat(cause(provider, talk -> talk.start().part("I").end(Dialect.End.DECLINED)))
                .isEqualTo(Cause.DECLINED);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void case51AStreamThatEndsWithoutAnEndIsNoAnswer(Provider provider) {
        assertThat(cause(provider, talk -> talk.start().part("{\"a\":1}\n").raw("0\r\n\r\n")))
                .isIn(Cause.CUT, Cause.UNFINISHED);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void case55AConnectionThatIsResetIsNoAnswer(Provider provider) {
        assertThat(cause(provider, talk -> talk.start().part("{\"a\":1}\n").cut()))
                .isEqualTo(Cause.CUT);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void case51AStreamOfRubbishIsNoAnswer(Provider provider) {
        assertThat(cause(provider, talk -> {
                    talk.start().part("{}").piece("data: {]\n\n").raw("0\r\n\r\n");
                }))
                .isIn(Cause.UNREADABLE, Cause.CUT);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void case55EveryStatusHasItsCause(Provider provider) {
        assertThat(cause(provider, talk -> talk.status(429))).isEqualTo(Cause.OVERLOADED);
        assertThat(cause(provider, talk -> talk.status(503))).isEqualTo(Cause.OVERLOADED);
        assertThat(cause(provider, talk -> talk.status(500))).isEqualTo(Cause.SERVER_ERROR);
        assertThat(cause(provider, talk -> talk.status(401))).isEqualTo(Cause.REJECTED);
        assertThat(cause(provider, talk -> talk.status(404))).isEqualTo(Cause.REJECTED);
        assertThat(cause(provider, talk -> talk.status(400, "{\"error\":{\"code\":\"content_filter\"}}".getBytes())))
                .isEqualTo(Cause.DECLINED);
        assertThat(cause(
                        provider,
                        talk -> talk.status(400, "{\"error\":{\"code\":\"context_length_exceeded\"}}".getBytes())))
                .isEqualTo(Cause.PROMPT_TOO_LONG);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void case55SilenceBeforeTheFirstWordIsHungUpOn(Provider provider) throws Exception {
        ModelLimits hasty = PATIENT.patience(Duration.ofMillis(700), Duration.ofSeconds(20));
        try (var server = ScriptedModel.speaking(dialect(provider), ScriptedModel.Talk::waitForHangUp);
                var gateway = new ModelGateway(settings(provider, server, hasty))) {
            assertThat(failed(gateway.ask(PROMPT)).attempts().get(0).cause()).isEqualTo(Cause.NO_FIRST_WORD);
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void case55SilenceInTheMiddleIsHungUpOn(Provider provider) throws Exception {
        ModelLimits hasty = PATIENT.patience(Duration.ofMillis(700), Duration.ofSeconds(20));
        try (var server = ScriptedModel.speaking(
                        dialect(provider),
                        talk -> talk.start().part("{\"a\":1}\n{\"b").waitForHangUp());
                var gateway = new ModelGateway(settings(provider, server, hasty))) {
            ModelAnswer.Failed failed = failed(gateway.ask(PROMPT));
            assertThat(failed.attempts().get(0).cause()).isEqualTo(Cause.STALLED);
            assertThat(failed.partial()).isEqualTo("{\"a\":1}\n");
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void case51AnAnswerWithoutAnEndIsHungUpOn(Provider provider) throws Exception {
        ModelLimits brief = PATIENT.bounds(500, 1);
        try (var server = ScriptedModel.speaking(dialect(provider), talk -> {
                    talk.start();
                    while (talk.goesOn()) {
                        talk.part("more and more and more\n");
                    }
                });
                var gateway = new ModelGateway(settings(provider, server, brief))) {
            assertThat(failed(gateway.ask(PROMPT)).reason()).isEqualTo(ModelAnswer.Reason.UNUSABLE);
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    private static Cause cause(Provider provider, ScriptedModel.Behaviour behaviour) {
        try (var server = ScriptedModel.speaking(dialect(provider), behaviour);
                var gateway = new ModelGateway(settings(provider, server, PATIENT))) {
            return failed(gateway.ask(PROMPT)).attempts().get(0).cause();
        }
    }

    private static Dialect dialect(Provider provider) {
        return switch (provider) {
            case OPENAI, AZURE_OPENAI -> Dialect.OPENAI;
            case OLLAMA -> Dialect.OLLAMA;
            case ANTHROPIC -> Dialect.ANTHROPIC;
            case GEMINI -> Dialect.GEMINI;
        };
    }

    private static ModelSettings settings(Provider provider, ScriptedModel server, ModelLimits limits) {
        return settings(provider, server, limits, Generation.DEFAULT);
    }

    private static ModelSettings settings(
            Provider provider, ScriptedModel server, ModelLimits limits, Generation generation) {
        return new ModelSettings("ward", provider, server.base(), "demo", Optional.of(KEY), generation, limits);
    }
}
