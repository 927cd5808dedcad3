package org.anamnesis.summary;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Standing;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.model.GatewaySettings;
import org.anamnesis.model.ModelCall;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.model.ModelLimits;
import org.anamnesis.model.ModelSettings;
import org.anamnesis.model.Routes;
import org.anamnesis.privacy.ModelPrivacy;
import org.anamnesis.verify.TextCheck;
import org.junit.jupiter.api.Test;

/** A second opinion by a model: it lowers, and nothing else. */
class OpinionTest {

    private static final Chart CHART = aChart().problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .problem("Gout", Standing.RESOLVED, "2012-01-05")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11")
            .build();
    private static final String HEART =
            "{\"section\":\"active-problems\",\"text\":\"Heart failure, active since 20 Jun 2018.\",\"citations\":[\"C1\"]}";
    private static final String POTASSIUM =
            "{\"section\":\"results\",\"text\":\"Potassium 5.9 mmol/L on 11 Nov 2024.\",\"citations\":[\"L1\"]}";
    private static final String FALSE =
            "{\"section\":\"results\",\"text\":\"Potassium 3.9 mmol/L on 11 Nov 2024.\",\"citations\":[\"L1\"]}";

    private final List<String> disclosed = new ArrayList<>();

    private static ModelGateway gateway(AnsweringModel writer, AnsweringModel reader, Map<String, List<String>> named) {
        return new ModelGateway(
                GatewaySettings.of(model("ward", writer), model("reader", reader))
                        .routes(new Routes(List.of("ward"), named, Map.of())),
                Optional.empty());
    }

    private static ModelSettings model(String name, AnsweringModel model) {
        return ModelSettings.openAi(name, model.base(), name + "-7b", Optional.empty(), ModelLimits.DEFAULT);
    }

    private Draft write(AnsweringModel writer, AnsweringModel reader, Map<String, List<String>> named) {
        try (ModelGateway gateway = gateway(writer, reader, named)) {
            return new Writer(Optional.of(gateway), ehr -> ModelPrivacy.STRICT)
                    .write(
                            Assignment.brief(CHART),
                            ModelCall.Caller.of("north", "user"),
                            (name, host, prompt) -> disclosed.add(name + " " + prompt));
        }
    }

    private Draft write(AnsweringModel writer, AnsweringModel reader) {
        return write(writer, reader, Map.of("opinion", List.of("reader")));
    }

    private static List<String> shown(Draft draft) {
        return draft.statements().stream()
                .filter(CheckedStatement::isSupported)
                .map(CheckedStatement::text)
                .toList();
    }

    @Test
    void whatIsDoubtedIsWithheldAndItsTurnIsKeptAndRecorded() {
        try (AnsweringModel writer = AnsweringModel.saying(HEART + "\n" + POTASSIUM);
                AnsweringModel reader = AnsweringModel.saying(
                        "{\"statement\":1,\"borneOut\":true}\n{\"statement\":2,\"borneOut\":false,\"why\":\"<b>secret</b>\"}")) {
            Draft draft = write(writer, reader);
            assertThat(shown(draft)).containsExactly("Heart failure, active since 20 Jun 2018.");
            assertThat(draft.withheld()).singleElement().satisfies(doubted -> {
                assertThat(doubted.verdict().code()).isEqualTo("not-found");
                assertThat(doubted.verdict().reason())
                        .isEqualTo("a second opinion by a model did not find all of it in what it cites");
            });
            assertThat(disclosed).containsExactly("ward-7b brief-3", "reader-7b opinion-1");
            assertThat(draft.authorship().tried())
                    .containsExactly(
                            new ModelTry("ward-7b", "brief-3", ModelTry.ANSWERED),
                            new ModelTry("reader-7b", "opinion-1", ModelTry.ANSWERED));
            assertThat(draft.authorship())
                    .isInstanceOfSatisfying(
                            Authorship.ByModel.class,
                            by -> assertThat(by.model()).isEqualTo("ward-7b"));
        }
    }

    @Test
    void nothingThatTheCheckDidNotPassIsRaisedOrEvenAskedAbout() {
        try (AnsweringModel writer = AnsweringModel.saying(HEART + "\n" + FALSE, "{}");
                AnsweringModel reader = AnsweringModel.saying("""
                        {"statement":1,"borneOut":true}
                        {"statement":2,"borneOut":true}
                        {"statement":0,"borneOut":false}
                        {"statement":7,"borneOut":false}
                        {"statement":1,"borneOut":"false"}
                        {"statement":1.5,"borneOut":false}
                        All of it is borne out.
                        """)) {
            Draft draft = write(writer, reader);
            assertThat(shown(draft)).containsExactly("Heart failure, active since 20 Jun 2018.");
            assertThat(draft.withheld())
                    .extracting(CheckedStatement::text)
                    .containsExactly("Potassium 3.9 mmol/L on 11 Nov 2024.");
            assertThat(reader.asked())
                    .singleElement()
                    .satisfies(body -> assertThat(body)
                            .contains("#1 | statement | Heart failure, active since 20 Jun 2018. | cited: C1")
                            .doesNotContain("3.9", "Gout"));
        }
    }

    @Test
    void nobodyIsAskedWhereNoModelIsNamedForIt() {
        try (AnsweringModel writer = AnsweringModel.saying(HEART);
                AnsweringModel reader = AnsweringModel.saying("{\"statement\":1,\"borneOut\":false}")) {
            assertThat(shown(write(writer, reader, Map.of()))).hasSize(1);
            assertThat(writer.asked()).hasSize(1);
            assertThat(reader.asked()).isEmpty();
        }
    }

    @Test
    void whereItDoesNotAnswerNothingChangesAndItsTurnSaysSo() {
        try (AnsweringModel writer = AnsweringModel.saying(HEART);
                AnsweringModel reader = new AnsweringModel(
                        (number, speaking) -> speaking.line("{\"statement\":1,\"borneOut\":false}"))) {
            Draft draft = write(writer, reader);
            assertThat(shown(draft)).hasSize(1);
            assertThat(draft.authorship().tried())
                    .extracting(ModelTry::outcome)
                    .containsExactly(ModelTry.ANSWERED, "unfinished");
        }
    }

    @Test
    void whereEverythingIsDoubtedRulesWrite() {
        try (AnsweringModel writer = AnsweringModel.saying(HEART);
                AnsweringModel reader = AnsweringModel.saying("{\"statement\":1,\"borneOut\":false}")) {
            Draft draft = write(writer, reader);
            assertThat(draft.authorship())
                    .isInstanceOfSatisfying(
                            Authorship.ByRules.class,
                            by -> assertThat(by.insteadOfModel()).contains(Authorship.Fallback.UNUSABLE));
            assertThat(shown(draft)).isNotEmpty();
        }
    }

    @Test
    void aTextsSupportedSentencesAreLoweredTooAndNoOthers() {
        TextCheck check = TextCheck.of(
                CHART, "Potassium was 5.9 mmol/L on 11 Nov 2024. Potassium was 4.1 mmol/L on 11 Nov 2024.");
        assertThat(codes(check)).containsExactly("supported", "contradicted");
        assertThat(codes(check.doubting(one -> true))).containsExactly("not-found", "contradicted");
        assertThat(codes(check.doubting(one -> false))).containsExactly("supported", "contradicted");
    }

    @Test
    void whatStandsOnFactsThatTheModelMayNotSeeIsNotAskedAbout() {
        Chart part = new Chart(
                CHART.patient(),
                CHART.facts().stream()
                        .filter(fact -> !fact.id().toString().equals("L1"))
                        .toList(),
                CHART.coverage(),
                CHART.asOf());
        List<Opinion.Passed> passed = List.of(passed("Heart failure.", "C1"), passed("Potassium 5.9 mmol/L.", "L1"));
        assertThat(Doubts.about(passed, part).orElseThrow().asked()).containsExactly(passed.getFirst());
        assertThat(Doubts.about(passed.subList(1, 2), part)).isEmpty();
    }

    private static Opinion.Passed passed(String text, String id) {
        return new Opinion.Passed(text, List.of(CitationId.parse(id).orElseThrow()));
    }

    private static List<String> codes(TextCheck check) {
        return check.sentences().stream().map(one -> one.verdict().code()).toList();
    }
}
