package org.anamnesis.summary;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.DraftText;
import org.anamnesis.draft.LookBack;
import org.anamnesis.draft.LookedBack;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.model.ModelCall;
import org.anamnesis.model.ModelGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A summary that looks back a year, of charts whose moment is 20 Nov 2024. */
class LookingBackTest {

    private static final LookBack YEAR = LookBack.parse("P1Y").orElseThrow();

    private static Horizon horizon(Chart chart) {
        return Horizon.of(YEAR, chart.asOf(), chart, Set.of());
    }

    private static List<String> seen(Chart chart) {
        return horizon(chart).of(chart).facts().stream()
                .map(fact -> fact.concept().text())
                .toList();
    }

    private static Draft byRules(Chart chart, SummaryKind kind) {
        return new Writer(Optional.empty())
                .writeByRules(Assignment.of(chart, kind, Optional.of("potassium"), horizon(chart)));
    }

    private static Draft byModel(Chart chart, AnsweringModel model) {
        try (ModelGateway gateway = model.gateway()) {
            return new Writer(Optional.of(gateway))
                    .write(
                            Assignment.of(chart, SummaryKind.BRIEF, Optional.empty(), horizon(chart)),
                            ModelCall.Caller.UNKNOWN,
                            (name, host, prompt) -> {});
        }
    }

    private static ChartBuilder oldAndNew() {
        return aChart().ofPatient(71, "female")
                .problem("Heart failure", Standing.ACTIVE, "2010-06-20")
                .result("Potassium", "3.7", "mmol/L", "2021-03-04")
                .result("Potassium", "5.1", "mmol/L", "2024-11-11")
                .result("Ferritin", "88", "ug/L", "2019-05-06")
                .note("Old letter", "2018-02-03", "Patient had a rash.")
                .encounter("Dermatology visit", "2018-02-03")
                .encounter("Cardiology visit", "2024-10-08");
    }

    @Test
    void whatHappenedBeforeItIsNotUsedWhateverKindItIs() {
        Chart chart = aChart().result("Old result", "1", "mmol/L", "2023-11-19")
                .fact(FactKind.VITAL, "Old vital", Standing.FINAL, "2020-01-02")
                .fact(FactKind.IMMUNIZATION, "Old immunization", Standing.COMPLETED, "2020-01-02")
                .procedure("Old procedure", Standing.COMPLETED, "2020-01-02")
                .encounter("Old visit", "2020-01-02")
                .note("Old note", "2020-01-02", "Words.")
                .result("First day", "1", "mmol/L", "2023-11-20")
                .build();
        assertThat(seen(chart)).containsExactly("First day");
        assertThat(horizon(chart).of(chart).notes()).isEmpty();
        LookedBack back = horizon(chart).beyond(chart).orElseThrow();
        assertThat(back.from().iso()).isEqualTo("2023-11-20");
        assertThat(back.count()).isEqualTo(6);
        assertThat(back.notUsed())
                .isEqualTo(Map.of(
                        FactKind.RESULT, 1,
                        FactKind.VITAL, 1,
                        FactKind.IMMUNIZATION, 1,
                        FactKind.PROCEDURE, 1,
                        FactKind.ENCOUNTER, 1,
                        FactKind.NOTE, 1));
    }

    @Test
    void whatIsOfThePresentStateIsUsedHoweverOldItIs() {
        Chart chart = aChart().problem("Active problem", Standing.ACTIVE, "1990-01-02")
                .allergy("Penicillin", "Rash")
                .medication("Current medicine", "10 mg once daily", Standing.ACTIVE, "1995-01-02")
                .fact(FactKind.DIRECTIVE, "Code status", Standing.ACTIVE, "1996-01-02")
                .fact(FactKind.DEVICE, "Insulin pump", Standing.ACTIVE, "1997-01-02")
                .fact(FactKind.RESULT, "Pending biopsy", Standing.PRELIMINARY, "1998-01-02")
                .plan("Open order", Standing.ACTIVE, "1999-01-02")
                .build();
        assertThat(horizon(chart).of(chart).facts()).isEqualTo(chart.facts());
        assertThat(horizon(chart).beyond(chart).orElseThrow().count()).isZero();
    }

    @Test
    void whatHasNoDateAndWhatGoesOnIsUsed() {
        Chart chart = aChart().fact(FactKind.RESULT, "Undated result", Standing.FINAL, "")
                .fact(FactKind.ENCOUNTER, "Stay that goes on", Standing.ACTIVE, "2022-01-02")
                .fact(
                        FactKind.ENCOUNTER,
                        "Stay that ended within it",
                        Standing.COMPLETED,
                        "2022-01-02",
                        Attribute.timed(Attribute.Role.ENDED, ClinicalTime.day(LocalDate.of(2024, 3, 4))))
                .fact(
                        FactKind.ENCOUNTER,
                        "Stay that ended before it",
                        Standing.COMPLETED,
                        "2022-01-02",
                        Attribute.timed(Attribute.Role.ENDED, ClinicalTime.day(LocalDate.of(2022, 3, 4))))
                .build();
        assertThat(seen(chart)).containsExactly("Undated result", "Stay that goes on", "Stay that ended within it");
    }

    @Test
    void anOperationThatLeftSomethingInTheBodyIsUsedHoweverOldItIs() {
        Chart chart = aChart().procedure("Insertion of cardiac pacemaker", Standing.COMPLETED, "2008-01-02")
                .procedure("Total hip replacement", Standing.COMPLETED, "2009-01-02")
                .procedure("Colonoscopy", Standing.COMPLETED, "2010-01-02")
                .build();
        assertThat(seen(chart)).containsExactly("Insertion of cardiac pacemaker", "Total hip replacement");
    }

    @Test
    void aCriticalValueThatNobodyMeasuredAgainIsUsedHoweverOldItIs() {
        Attribute critical = Attribute.worded(Attribute.Role.INTERPRETATION, "critical high");
        Chart chart = aChart().result("Calcium", "3.9", "mmol/L", "2021-01-02", critical)
                .result("Sodium", "171", "mmol/L", "2021-01-02", critical)
                .result("Sodium", "140", "mmol/L", "2024-11-02")
                .build();
        assertThat(horizon(chart).of(chart).facts())
                .extracting(fact -> fact.id().toString())
                .containsExactly("L1", "L3");
        assertThat(DraftText.of(byRules(chart, SummaryKind.BRIEF)).text()).contains("3.9");
    }

    @Test
    void theFactsOfTheVisitThatIsAskedForAreUsedHoweverOldTheyAre() {
        Chart chart = oldAndNew().build();
        Chart used = Horizon.of(YEAR, chart.asOf(), chart, Set.of(new CitationId(FactKind.RESULT, 3)))
                .of(chart);
        assertThat(used.facts(FactKind.RESULT).map(fact -> fact.concept().text()))
                .containsExactly("Potassium", "Ferritin");
    }

    @Test
    void theTextTellsNothingOlderAndSaysHowMuchItDoesNotUse() {
        Chart chart = oldAndNew().build();
        Draft draft = byRules(chart, SummaryKind.BRIEF);
        assertThat(DraftText.of(draft).text())
                .contains("Heart failure", "Potassium 5.1", "Cardiology visit")
                .doesNotContain("3.7", "Ferritin", "Dermatology")
                .contains("LOOKS BACK 1 YEAR, to 20 Nov 2023: 4 older entries of the chart are not used"
                        + " (result 2, encounter 1, note 1).\n");
        Draft whole = new Writer(Optional.empty()).writeByRules(Assignment.brief(chart));
        assertThat(DraftText.of(whole).text()).contains("3.7", "Ferritin").doesNotContain("LOOKS BACK");
        assertThat(whole.lookedBack()).isEmpty();
    }

    @Test
    void aTextThatLeavesNothingOutSaysNothingOfIt() {
        Draft draft = byRules(
                aChart().result("Potassium", "5.1", "mmol/L", "2024-11-11").build(), SummaryKind.BRIEF);
        assertThat(draft.lookedBack()).isPresent();
        assertThat(DraftText.of(draft).text()).doesNotContain("LOOKS BACK");
    }

    @Test
    void notInTheWindowIsNeverSaidToBeNotInTheChart() {
        Chart chart = aChart().result("Ferritin", "88", "ug/L", "2019-05-06")
                .encounter("Dermatology visit", "2018-02-03")
                .covered("Observation", new Coverage.Outcome.Found(1, 0))
                .covered("Encounter", new Coverage.Outcome.Found(1, 0))
                .build();
        assertThat(DraftText.of(byRules(chart, SummaryKind.BRIEF)).text()).doesNotContain("recorded in this chart");
    }

    @Test
    void theModelIsToldOfNothingOlderAndThatThereIs() {
        try (AnsweringModel model = AnsweringModel.saying("""
                {"section":"results","text":"Potassium 5.1 mmol/L on 11 Nov 2024.","citations":["L2"]}
                {"section":"results","text":"Ferritin 87 ug/L on 6 May 2019.","citations":["L3"]}
                """)) {
            byModel(oldAndNew().build(), model);
            assertThat(model.asked()).as("the second question is the repair's").hasSize(2);
            assertThat(model.asked().getFirst())
                    .contains("Heart failure", "5.1 mmol/L", "Cardiology visit")
                    .contains("Look back: of these kinds the chart has older entries, from before 2023-11-20")
                    .contains("result 2, encounter 1, note 1");
            assertThat(model.asked())
                    .allSatisfy(asked ->
                            assertThat(asked).doesNotContain("3.7 mmol/L", "88 ug/L", "Dermatology", "Old letter"));
        }
    }

    @Test
    void whatTheModelWritesIsCheckedAgainstTheWholeChart() {
        Chart chart = oldAndNew().build();
        try (AnsweringModel model = AnsweringModel.saying("""
                {"section":"results","text":"Potassium 5.1 mmol/L on 11 Nov 2024.","citations":["L2"]}
                {"section":"results","text":"Ferritin 88 ug/L on 6 May 2019.","citations":["L3"]}
                {"section":"results","text":"No ferritin is recorded.","citations":["L2"]}
                """)) {
            Draft draft = byModel(chart, model);
            assertThat(draft.shown(Section.RESULTS).map(CheckedStatement::text))
                    .containsExactly("Potassium 5.1 mmol/L on 11 Nov 2024.", "Ferritin 88 ug/L on 6 May 2019.");
            assertThat(draft.withheld()).hasSize(1);
            assertThat(draft.lookedBack().map(LookedBack::count)).hasValue(4);
        }
    }

    @Test
    void aValueThatIsTheHighestOfTheWindowOnlyIsToldWithoutThatWord() {
        Attribute high = Attribute.worded(Attribute.Role.INTERPRETATION, "high");
        Chart chart = aChart().result("Potassium", "7.9", "mmol/L", "2020-01-01", high)
                .result("Potassium", "6.4", "mmol/L", "2024-11-01", high)
                .result("Potassium", "5.0", "mmol/L", "2024-11-10")
                .result("Potassium", "4.8", "mmol/L", "2024-11-11")
                .build();
        Draft draft = byRules(chart, SummaryKind.BRIEF);
        assertThat(draft.withheld()).isEmpty();
        assertThat(draft.shown(Section.RESULTS).map(CheckedStatement::text))
                .singleElement()
                .asString()
                .contains("4.8 mmol/L")
                .doesNotContain("highest", "7.9");
    }

    @Test
    void anOldSideOfAContradictionIsToldWithTheNewOneAndOldOnesAmongThemselvesAreNot() {
        ChartBuilder chart = aChart().medication("Furosemide 40 mg", "40 mg twice daily", Standing.ACTIVE, "2022-10-08")
                .note("Progress note", "2022-10-08", "Takes furosemide 80 mg twice daily.");
        assertThat(byRules(chart.build(), SummaryKind.BRIEF).conflicts()).isNotEmpty();
        Chart old = aChart().result("Potassium", "4.2", "mmol/L", "2019-11-16")
                .note("Discharge summary", "2019-11-16T12:00", "Potassium 5.4 this morning.")
                .build();
        assertThat(new Writer(Optional.empty())
                        .writeByRules(Assignment.brief(old))
                        .conflicts())
                .isNotEmpty();
        assertThat(byRules(old, SummaryKind.BRIEF).conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SummaryKind.class,
            names = {"HOSPITAL_COURSE", "SINCE_LAST_VISIT"})
    void aKindWithATimeOfItsOwnKeepsIt(SummaryKind kind) {
        assertThat(byRules(oldAndNew().build(), kind).lookedBack()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SummaryKind.class,
            names = {"HOSPITAL_COURSE", "SINCE_LAST_VISIT"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyOtherKindTellsNothingOlder(SummaryKind kind) {
        Draft draft = byRules(oldAndNew().build(), kind);
        assertThat(DraftText.of(draft).text())
                .contains("LOOKS BACK 1 YEAR")
                .doesNotContain("3.7", "Ferritin", "Dermatology");
        assertThat(draft.statements().stream()
                        .flatMap(statement -> statement.evidence().stream())
                        .flatMap(id -> draft.chart().fact(id).stream())
                        .map(Fact::kind))
                .isNotEmpty();
    }
}
