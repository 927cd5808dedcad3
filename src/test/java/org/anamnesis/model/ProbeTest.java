package org.anamnesis.model;

import static org.anamnesis.model.Models.PATIENT;
import static org.anamnesis.model.Models.PROMPT;
import static org.anamnesis.model.Models.failed;
import static org.anamnesis.model.Models.openAi;
import static org.anamnesis.model.Models.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model shows on made-up text that it can answer in the format, before a patient's text goes to it. */
class ProbeTest {

    private static final Probe PROBE =
            new Probe(Models.about("Made-up disease"), answer -> answer.startsWith("{"), Duration.ofHours(1));

    private final ScriptedModel server = ScriptedModel.speaking(Dialect.OPENAI, talk -> talk.whole("{}"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFitModelIsProbedOnceAndThenAsked() {
        try (var gateway = gateway(PROBE)) {
            assertThat(fitness(gateway)).isEqualTo(Fitness.of(Fitness.State.UNTESTED));
            gateway.probe();
            assertThat(fitness(gateway)).isEqualTo(Fitness.of(Fitness.State.FIT));
            written(gateway.ask(PROMPT));
            written(gateway.ask(PROMPT));
        }
        assertThat(bodies()).hasSize(3);
        assertThat(bodies().get(0)).contains("Made-up disease");
    }

    @Test
    void noPatientsTextGoesToAModelThatDidNotPass() {
        server.does(talk -> talk.whole("Sure! Here is your summary."));
        try (var gateway = gateway(PROBE)) {
            ModelAnswer.Failed failed = failed(gateway.ask(PROMPT));
            assertThat(failed.attempts().get(0).cause()).isEqualTo(Cause.UNFIT);
            assertThat(failed.attempts().get(0).tries()).isZero();
            assertThat(fitness(gateway)).isEqualTo(new Fitness(Fitness.State.UNFIT, Optional.of("format")));
            failed(gateway.ask(PROMPT));
        }
        assertThat(bodies()).hasSize(1).allMatch(body -> body.contains("Made-up disease"));
    }

    @Test
    void aModelThatWasNotThereIsProbedWhenItIsWantedAgain() {
        server.does(talk -> talk.status(500));
        try (var gateway = gateway(PROBE)) {
            gateway.probe();
            assertThat(fitness(gateway)).isEqualTo(new Fitness(Fitness.State.UNTESTED, Optional.of("server-error")));
            assertThat(failed(gateway.ask(PROMPT)).attempts().get(0).cause()).isEqualTo(Cause.SERVER_ERROR);
            server.does(talk -> talk.whole("{}"));
            written(gateway.ask(PROMPT));
        }
        assertThat(bodies()).hasSize(4);
        assertThat(bodies().subList(0, 3)).allMatch(body -> body.contains("Made-up disease"));
    }

    @Test
    void anUnfitModelIsTriedAnewWhenItsTimeHasCome() {
        server.does(talk -> talk.whole("Sure!"));
        Probe soon = new Probe(PROBE.prompt(), PROBE.answered(), Duration.ZERO);
        try (var gateway = gateway(soon)) {
            failed(gateway.ask(PROMPT));
            server.does(talk -> talk.whole("{}"));
            written(gateway.ask(PROMPT));
        }
    }

    @Test
    void aProbeOnDemandTakesAFitModelOutAgain() {
        try (var gateway = gateway(PROBE)) {
            gateway.probe();
            server.does(talk -> talk.whole("Sure!"));
            gateway.probe();
            assertThat(failed(gateway.ask(PROMPT)).attempts().get(0).cause()).isEqualTo(Cause.UNFIT);
        }
    }

    @Test
    void anUnfitModelIsPassedOverForTheNext() {
        try (var next = ScriptedModel.speaking(Dialect.OPENAI, talk -> talk.whole("{}"));
                var gateway = new ModelGateway(
                        GatewaySettings.of(openAi("one", server, PATIENT), openAi("two", next, PATIENT)),
                        Optional.of(PROBE))) {
            server.does(talk -> talk.whole("Sure!"));
            ModelAnswer.Written written = written(gateway.ask(PROMPT));
            assertThat(written.model().name()).isEqualTo("two");
            assertThat(written.before()).extracting(ModelAnswer.Attempt::cause).containsExactly(Cause.UNFIT);
        }
    }

    private ModelGateway gateway(Probe probe) {
        return new ModelGateway(GatewaySettings.of(openAi("ward", server, PATIENT)), Optional.of(probe));
    }

    private static Fitness fitness(ModelGateway gateway) {
        return gateway.status().get(0).fitness();
    }

    private List<String> bodies() {
        return server.asked().stream().map(ScriptedModel.Asked::body).toList();
    }
}
