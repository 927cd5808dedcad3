package org.anamnesis.model;

import static org.anamnesis.model.Models.PATIENT;
import static org.anamnesis.model.Models.PROMPT;
import static org.anamnesis.model.Models.failed;
import static org.anamnesis.model.Models.openAi;
import static org.anamnesis.model.Models.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody can ask, or spend, without end. */
class BudgetsTest {

    private static final ModelCall.Caller NURSE = ModelCall.Caller.of("north", "nurse");
    private static final ModelCall.Caller DOCTOR = ModelCall.Caller.of("north", "doctor");
    private static final ModelCall.Caller STRANGER = ModelCall.Caller.of("south", "nurse");

    private final AtomicLong nanos = new AtomicLong(Duration.ofDays(3).toNanos());
    private final ScriptedModel server = ScriptedModel.speaking(Dialect.OPENAI, talk -> talk.whole("{}"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void case52TenThousandRequestsOfOneUserAreAsManyAsTheBudgetAllows() {
        try (var gateway = gateway(new Budget(20, 0), Budget.NONE)) {
            int refused = 0;
            for (int i = 0; i < 10_000; i++) {
                if (ask(gateway, NURSE) instanceof ModelAnswer.Failed failed) {
                    assertThat(failed.reason()).isEqualTo(ModelAnswer.Reason.BUDGET);
                    assertThat(failed.attempts()).isEmpty();
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(9_980);
            assertThat(server.asked()).hasSize(20);
            written(ask(gateway, DOCTOR));
            written(ask(gateway, STRANGER));
        }
    }

    @Test
    void case52WhoHasNoMoreIsToldWhenToComeBackAndThenMay() {
        try (var gateway = gateway(new Budget(2, 0), new Budget(3, 0))) {
            assertThat(gateway.usedUp(NURSE, 1_000)).isEmpty();
            written(ask(gateway, NURSE));
            nanos.addAndGet(Duration.ofMinutes(20).toNanos());
            written(ask(gateway, NURSE));
            Duration wait = gateway.usedUp(NURSE, 1_000).orElseThrow();
            assertThat(wait).isEqualTo(Duration.ofMinutes(40));
            assertThat(gateway.usedUp(DOCTOR, 1_000)).isEmpty();
            written(ask(gateway, DOCTOR));
            assertThat(gateway.usedUp(DOCTOR, 1_000)).as("all of the EHR").contains(Duration.ofMinutes(40));
            nanos.addAndGet(wait.toNanos());
            assertThat(gateway.usedUp(NURSE, 1_000)).isEmpty();
            written(ask(gateway, NURSE));
        }
    }

    @Test
    void whatIsMoreThanAWholeBudgetIsToldToWaitAnHour() {
        try (var gateway = gateway(new Budget(0, 500), Budget.NONE)) {
            ask(gateway, NURSE);
            assertThat(gateway.usedUp(NURSE, 1_000)).contains(Duration.ofMinutes(60));
        }
    }

    @Test
    void anHourLaterThereIsANewBudget() {
        try (var gateway = gateway(new Budget(1, 0), Budget.NONE)) {
            written(ask(gateway, NURSE));
            nanos.addAndGet(Duration.ofMinutes(59).toNanos());
            failed(ask(gateway, NURSE));
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            written(ask(gateway, NURSE));
        }
    }

    @Test
    void case52AllOfAnEhrHaveOneBudgetTogetherAndARefusalCostsTheUserNothing() {
        try (var gateway = gateway(new Budget(2, 0), new Budget(2, 0))) {
            written(ask(gateway, NURSE));
            written(ask(gateway, DOCTOR));
            failed(ask(gateway, DOCTOR));
            written(ask(gateway, STRANGER));
            nanos.addAndGet(Duration.ofMinutes(60).toNanos());
            written(ask(gateway, DOCTOR));
            written(ask(gateway, DOCTOR));
        }
    }

    /** The endpoint says 133 tokens each; the prompt's estimate is more and must fit beforehand. */
    @Test
    void tokensAreCountedAsTheProviderCountsThem() {
        long estimate = Tokens.of(PROMPT);
        try (var gateway = gateway(new Budget(0, estimate + 2 * 133), Budget.NONE)) {
            written(ask(gateway, NURSE));
            written(ask(gateway, NURSE));
            written(ask(gateway, NURSE));
            failed(ask(gateway, NURSE));
        }
    }

    @Test
    void whoLeavesEarlyIsChargedTheEstimate() {
        try (var gateway = gateway(new Budget(0, Tokens.of(PROMPT)), Budget.NONE)) {
            assertThatThrownBy(() -> gateway.ask(PROMPT, ModelCall.of("brief", NURSE), (line, model) -> {
                        throw new IllegalStateException("gone");
                    }))
                    .hasMessage("gone");
            failed(ask(gateway, NURSE));
        }
    }

    @Test
    void whatAModelCostIsCounted() {
        try (var gateway = gateway(Budget.NONE, Budget.NONE)) {
            written(ask(gateway, NURSE));
            server.does(talk -> talk.status(500));
            failed(ask(gateway, NURSE));
            ModelStatus status = gateway.status().get(0);
            assertThat(status.asked()).isEqualTo(2);
            assertThat(status.answered()).isEqualTo(1);
            assertThat(status.tokensIn()).isGreaterThanOrEqualTo(111);
            assertThat(status.tokensOut()).isEqualTo(22);
            assertThat(status.failures()).containsEntry("server-error", 1L).hasSize(1);
            assertThat(status.toString()).doesNotContain("nurse", "north", "Heart");
        }
    }

    private static ModelAnswer ask(ModelGateway gateway, ModelCall.Caller caller) {
        return gateway.ask(PROMPT, ModelCall.of("brief", caller));
    }

    private ModelGateway gateway(Budget user, Budget ehr) {
        return new ModelGateway(
                GatewaySettings.of(openAi("ward", server, PATIENT)).budgets(user, ehr), Optional.empty(), nanos::get);
    }
}
