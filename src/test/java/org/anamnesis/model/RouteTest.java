package org.anamnesis.model;

import static org.anamnesis.model.Models.PATIENT;
import static org.anamnesis.model.Models.PROMPT;
import static org.anamnesis.model.Models.failed;
import static org.anamnesis.model.Models.openAi;
import static org.anamnesis.model.Models.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several models: who is asked for what, who follows whom, and what the answer says of it. */
class RouteTest {

    private static final ModelCall.Caller NURSE = ModelCall.Caller.of("north", "nurse");

    private final ScriptedModel first = ScriptedModel.speaking(Dialect.OPENAI, talk -> talk.whole("by the first"));
    private final ScriptedModel second = ScriptedModel.speaking(Dialect.OPENAI, talk -> talk.whole("by the second"));
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void theNextModelFollowsOneThatFailsAndTheAnswerSaysSo() {
        first.does(talk -> talk.status(500));
        try (var gateway = new ModelGateway(settings(), Optional.empty())) {
            ModelAnswer.Written answer = written(ask(gateway, "brief"));
            assertThat(answer.text()).isEqualTo("by the second");
            assertThat(answer.model()).isEqualTo(new ModelName("two", "two-7b"));
            assertThat(answer.before())
                    .containsExactly(new ModelAnswer.Attempt(new ModelName("one", "one-7b"), Cause.SERVER_ERROR, 1));
        }
    }

    @Test
    void eachDisclosureIsToldOfItsOwnModel() {
        first.does(talk -> talk.status(500));
        try (var gateway = new ModelGateway(settings(), Optional.empty())) {
            ask(gateway, "brief");
        }
        assertThat(told).containsExactly("one", "two");
    }

    @Test
    void whatCameOfEachDisclosureIsToldBeforeTheNext() {
        first.does(talk -> talk.start().part("I").end(Dialect.End.DECLINED));
        try (var gateway = new ModelGateway(settings(), Optional.empty())) {
            gateway.ask(PROMPT, ModelCall.of("brief", NURSE).disclosing(new Noted().under("brief-3")));
        }
        assertThat(told)
                .containsExactly(
                        "to one-7b at 127.0.0.1, brief-3", "declined", "to two-7b at 127.0.0.1, brief-3", "answered");
    }

    @Test
    void anAnswerWhoseOutcomeCannotBeRecordedIsNotGiven() {
        Disclosure refusing = new Disclosure() {
            @Override
            public void record(String model, String host, String promptVersion) {
                told.add(model);
            }

            @Override
            public void came(Optional<Cause> cause) {
                throw new IllegalStateException("the trail cannot be written");
            }
        };
        try (var gateway = new ModelGateway(settings(), Optional.empty())) {
            ModelCall call = ModelCall.of("brief", NURSE).disclosing(refusing.under("brief-3"));
            assertThatThrownBy(() -> gateway.ask(PROMPT, call)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(told).as("and no other model is asked").containsExactly("one-7b");
    }

    private final class Noted implements Disclosure {

        @Override
        public void record(String model, String host, String promptVersion) {
            told.add("to " + model + " at " + host + ", " + promptVersion);
        }

        @Override
        public void came(Optional<Cause> cause) {
            told.add(cause.map(Cause::code).orElse("answered"));
        }
    }

    @Test
    void aModelThatAnswersIsFollowedByNone() {
        try (var gateway = new ModelGateway(settings(), Optional.empty())) {
            assertThat(written(ask(gateway, "brief")).text()).isEqualTo("by the first");
        }
        assertThat(second.asked()).isEmpty();
        assertThat(told).containsExactly("one");
    }

    @Test
    void whereAllFailEachSaysWhy() {
        first.does(talk -> talk.status(500));
        second.does(talk -> talk.start().part("I").end(Dialect.End.DECLINED));
        try (var gateway = new ModelGateway(settings(), Optional.empty())) {
            ModelAnswer.Failed failed = failed(ask(gateway, "brief"));
            assertThat(failed.reason()).isEqualTo(ModelAnswer.Reason.REFUSED);
            assertThat(failed.attempts())
                    .extracting(ModelAnswer.Attempt::cause)
                    .containsExactly(Cause.SERVER_ERROR, Cause.DECLINED);
        }
    }

    @Test
    void theLinesOfOneAnswerAreAllByOneModel() {
        CountDownLatch handed = new CountDownLatch(1);
        first.does(talk -> {
            talk.start().part("a line by the first\nand");
            handed.await();
            talk.cut();
        });
        List<String> lines = new ArrayList<>();
        try (var gateway = new ModelGateway(settings(), Optional.empty())) {
            ModelAnswer.Failed failed = failed(gateway.ask(PROMPT, ModelCall.of("brief", NURSE), (line, model) -> {
                lines.add(model.name() + ": " + line);
                handed.countDown();
            }));
            assertThat(failed.partial()).isEqualTo("a line by the first\n");
        }
        assertThat(lines).containsExactly("one: a line by the first");
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void beforeTheFirstLineTheNextModelMayStillFollow() {
        first.does(talk -> talk.start().part("half a li").cut());
        List<String> lines = new ArrayList<>();
        try (var gateway = new ModelGateway(settings(), Optional.empty())) {
            written(gateway.ask(
                    PROMPT, ModelCall.of("brief", NURSE), (line, model) -> lines.add(model.name() + ": " + line)));
        }
        assertThat(lines).containsExactly("two: by the second");
    }

    @Test
    void aPurposeHasItsOwnOrder() {
        Routes routes = new Routes(List.of("one", "two"), Map.of("handoff", List.of("two")), Map.of());
        try (var gateway = new ModelGateway(settings().routes(routes), Optional.empty())) {
            assertThat(written(ask(gateway, "handoff")).text()).isEqualTo("by the second");
            assertThat(written(ask(gateway, "brief")).text()).isEqualTo("by the first");
        }
    }

    @Test
    void case54AnEhrsPatientsGoToItsOwnModelsOnlyWhateverThePurposeWants() {
        Routes routes = new Routes(
                List.of("one", "two"), Map.of("handoff", List.of("one", "two")), Map.of("north", List.of("two")));
        second.does(talk -> talk.status(500));
        try (var gateway = new ModelGateway(settings().routes(routes), Optional.empty())) {
            failed(ask(gateway, "handoff"));
            failed(ask(gateway, "brief"));
        }
        assertThat(first.asked()).isEmpty();
        assertThat(second.asked()).hasSize(2);
    }

    @Test
    void anEhrWithoutAModelHasNone() {
        Routes routes = new Routes(List.of("one", "two"), Map.of(), Map.of("north", List.of()));
        try (var gateway = new ModelGateway(settings().routes(routes), Optional.empty())) {
            ModelAnswer.Failed failed = failed(ask(gateway, "brief"));
            assertThat(failed.reason()).isEqualTo(ModelAnswer.Reason.UNAVAILABLE);
            assertThat(failed.attempts()).isEmpty();
        }
        assertThat(first.asked()).isEmpty();
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void theTimeOfTheCallIsThatOfAllModelsTogether() {
        first.does(ScriptedModel.Talk::waitForHangUp);
        GatewaySettings brief = new GatewaySettings(
                settings().models(), settings().routes(), Budget.NONE, Budget.NONE, Duration.ofSeconds(1));
        try (var gateway = new ModelGateway(brief, Optional.empty())) {
            ModelAnswer.Failed failed = failed(ask(gateway, "brief"));
            assertThat(failed.reason()).isEqualTo(ModelAnswer.Reason.TIMEOUT);
            assertThat(failed.attempts())
                    .extracting(ModelAnswer.Attempt::cause)
                    .containsExactly(Cause.NO_FIRST_WORD, Cause.NO_TIME);
        }
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void anOrderOfModelsThatAreNotConfiguredIsRefused() {
        assertThatThrownBy(() -> settings().routes(Routes.of(List.of("one", "three"))))
                .hasMessageContaining("three");
    }

    private ModelAnswer ask(ModelGateway gateway, String purpose) {
        return gateway.ask(PROMPT, ModelCall.of(purpose, NURSE).disclosing((model, host) -> told.add(model.name())));
    }

    private GatewaySettings settings() {
        return GatewaySettings.of(openAi("one", first, PATIENT), openAi("two", second, PATIENT));
    }
}
