package org.anamnesis.summary;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Standing;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.draft.ToldSources;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Section;
import org.anamnesis.model.ModelCall;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.privacy.ModelPrivacy;
import org.junit.jupiter.api.Test;

class RepairTest {

    private static final Chart CHART = aChart().problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .problem("Gout", Standing.RESOLVED, "2012-01-05")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11")
            .build();
    private static final String RIGHT =
            "{\"section\":\"active-problems\",\"text\":\"Heart failure, active since 20 Jun 2018.\",\"citations\":[\"C1\"]}";
    private static final String WRONG_VALUE =
            "{\"section\":\"results\",\"text\":\"Potassium 3.9 mmol/L on 11 Nov 2024.\",\"citations\":[\"L1\"]}";
    private static final String WRONG_STATUS =
            "{\"section\":\"active-problems\",\"text\":\"Gout, active.\",\"citations\":[\"C2\"]}";
    private static final String UNCITED =
            "{\"section\":\"results\",\"text\":\"Potassium 5.9 mmol/L on 11 Nov 2024.\",\"citations\":[]}";

    private final List<String> disclosed = new ArrayList<>();

    private Draft write(AnsweringModel model, ModelPrivacy privacy) {
        try (ModelGateway gateway = model.gateway()) {
            return new Writer(Optional.of(gateway), ehr -> privacy)
                    .write(
                            Assignment.brief(CHART),
                            ModelCall.Caller.of("north", "user"),
                            (name, host, prompt) -> disclosed.add(name + " " + prompt));
        }
    }

    private Draft write(AnsweringModel model) {
        return write(model, ModelPrivacy.STRICT);
    }

    private static List<String> shown(Draft draft) {
        return draft.statements().stream()
                .filter(CheckedStatement::isSupported)
                .map(CheckedStatement::text)
                .toList();
    }

    @Test
    void whatTheChartDoesNotBearOutGoesBackOnceWithTheReasonAndStandsInItsPlaceWhenItDoes() {
        try (AnsweringModel model = AnsweringModel.saying(
                WRONG_VALUE + "\n" + RIGHT,
                "{\"statement\":1,\"text\":\"Potassium 5.9 mmol/L on 11 Nov 2024.\",\"citations\":[\"L1\"]}")) {
            Draft draft = write(model);
            assertThat(shown(draft))
                    .containsExactly(
                            "Potassium 5.9 mmol/L on 11 Nov 2024.", "Heart failure, active since 20 Jun 2018.");
            assertThat(draft.withheld()).isEmpty();
            assertThat(model.asked()).hasSize(2);
            assertThat(model.asked().get(1))
                    .contains("Potassium 3.9 mmol/L on 11 Nov 2024.", "fails:", "L1 | result | Potassium | 5.9 mmol/L")
                    .doesNotContain("Heart failure, active since");
            assertThat(disclosed).containsExactly("ward-7b brief-3", "ward-7b repair-3");
            assertThat(draft.authorship().tried())
                    .containsExactly(
                            new ModelTry("ward-7b", "brief-3", ModelTry.ANSWERED),
                            new ModelTry("ward-7b", "repair-3", ModelTry.ANSWERED));
        }
    }

    @Test
    void whatIsWrongAgainStaysWithheldAsItWasFirstWritten() {
        try (AnsweringModel model = AnsweringModel.saying(
                RIGHT + "\n" + WRONG_STATUS,
                "{\"statement\":1,\"text\":\"Gout, active since 5 Jan 2012.\",\"citations\":[\"C2\"]}")) {
            Draft draft = write(model);
            assertThat(shown(draft)).containsExactly("Heart failure, active since 20 Jun 2018.");
            assertThat(draft.withheld()).extracting(CheckedStatement::text).containsExactly("Gout, active.");
            assertThat(model.asked()).as("once and no more").hasSize(2);
        }
    }

    @Test
    void aBorneOutStatementIsNeverChangedWhateverNumberTheModelGives() {
        try (AnsweringModel model = AnsweringModel.saying(RIGHT + "\n" + WRONG_STATUS, """
                        {"statement":0,"text":"Potassium 5.9 mmol/L on 11 Nov 2024.","citations":["L1"]}
                        {"statement":2,"text":"Potassium 5.9 mmol/L on 11 Nov 2024.","citations":["L1"]}
                        {"statement":-1,"text":"Potassium 5.9 mmol/L on 11 Nov 2024.","citations":["L1"]}
                        {"section":"results","text":"Potassium 5.9 mmol/L on 11 Nov 2024.","citations":["L1"]}
                        """)) {
            assertThat(shown(write(model))).containsExactly("Heart failure, active since 20 Jun 2018.");
        }
    }

    @Test
    void whatTheModelWasToldIsKeptWithTheDraftCitedOrNot() {
        try (AnsweringModel model = AnsweringModel.saying(RIGHT)) {
            Draft draft = write(model);
            assertThat(draft.told()).extracting(CitationId::toString).contains("C1", "C2", "L1");
            assertThat(ToldSources.uncited(CHART, draft.told(), List.of(reference("C1"))))
                    .contains(reference("C2"), reference("L1"))
                    .doesNotContain(reference("C1"));
        }
    }

    private static String reference(String id) {
        return CHART.fact(CitationId.parse(id).orElseThrow())
                .orElseThrow()
                .source()
                .versionedReference();
    }

    @Test
    void nothingGoesBackWhereEverythingIsBorneOut() {
        try (AnsweringModel model = AnsweringModel.saying(RIGHT)) {
            write(model);
            assertThat(model.asked()).hasSize(1);
        }
    }

    @Test
    void aStatementThatCitesNothingGetsWhatBearsItOutWithoutAskingAgain() {
        try (AnsweringModel model = AnsweringModel.saying(UNCITED)) {
            Draft draft = write(model);
            assertThat(draft.shown(Section.RESULTS))
                    .singleElement()
                    .satisfies(statement ->
                            assertThat(statement.evidence().toString()).isEqualTo("[L1]"));
            assertThat(model.asked()).hasSize(1);
        }
    }

    @Test
    void aStatementThatCitesNothingAndIsNotBorneOutIsWithheld() {
        try (AnsweringModel model = AnsweringModel.saying(
                RIGHT + "\n{\"section\":\"results\",\"text\":\"Potassium 5.1 mmol/L on 11 Nov 2024.\"}", "{}")) {
            assertThat(write(model).withheld())
                    .extracting(CheckedStatement::text)
                    .containsExactly("Potassium 5.1 mmol/L on 11 Nov 2024.");
        }
    }

    @Test
    void whereTheModelDoesNotAnswerAgainWhatItWroteWellStaysAndIsItsOwn() {
        try (AnsweringModel model = new AnsweringModel((number, speaking) -> {
            if (number == 1) {
                speaking.line(RIGHT).line(WRONG_VALUE).end();
            }
        })) {
            Draft draft = write(model);
            assertThat(shown(draft)).containsExactly("Heart failure, active since 20 Jun 2018.");
            assertThat(draft.withheld()).hasSize(1);
            assertThat(draft.authorship()).isInstanceOf(Authorship.ByModel.class);
            assertThat(draft.authorship().tried())
                    .extracting(ModelTry::outcome)
                    .containsExactly(ModelTry.ANSWERED, "unfinished");
        }
    }

    @Test
    void whatGoesBackPassesThePrivacyStepWithSubstitutesAndComesBackInTheChartsWords() {
        try (AnsweringModel model = new AnsweringModel((number, speaking) -> {
            if (number == 1) {
                speaking.line(WRONG_VALUE).end();
            } else {
                speaking.line("{\"statement\":1,\"text\":\"Potassium 5.9 mmol/L.\",\"citations\":[\"L1\"]}")
                        .end();
            }
        })) {
            Draft draft = write(model, new ModelPrivacy(Set.of(), true));
            assertThat(shown(draft)).containsExactly("Potassium 5.9 mmol/L.");
            assertThat(model.asked()).allSatisfy(body -> assertThat(body).doesNotContain("2024-11-11"));
        }
    }
}
