package org.anamnesis.conflict;

import static org.anamnesis.chart.Attribute.Role.CATEGORY;
import static org.anamnesis.chart.Attribute.Role.ENDED;
import static org.anamnesis.chart.Attribute.Role.INSTRUCTION;
import static org.anamnesis.chart.Attribute.timed;
import static org.anamnesis.chart.Attribute.worded;
import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.conflict.Conflict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders, reports, problems and allergies against each other. */
class ListsTest {

    private static final Attribute REPORTED = worded(CATEGORY, "reported");

    private static List<Conflict> conflicts(ChartBuilder chart) {
        return Conflicts.of(chart.build());
    }

    private static List<Kind> kinds(ChartBuilder chart) {
        return conflicts(chart).stream().map(Conflict::kind).toList();
    }

    private static Attribute ended(String day) {
        return timed(ENDED, ClinicalTime.day(LocalDate.parse(day)));
    }

    @Test
    void oneDrugActiveTwiceWithOtherDosesIsAConflictThatPrefersNeither() {
        assertThat(conflicts(aChart().medication(
                                "Paracetamol 1 g", "1 g four times daily", Standing.ACTIVE, "2024-01-19")
                        .medication("Acetaminophen 500 mg", "500 mg four times daily", Standing.ACTIVE, "2024-01-22")))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.kind()).isEqualTo(Kind.TWO_DOSAGES);
                    assertThat(conflict.words())
                            .isEqualTo(
                                    "paracetamol (two current dosages): order of 22 Jan 2024: \"Acetaminophen 500 mg: "
                                            + "500 mg four times daily, active\"; order of 19 Jan 2024: \"Paracetamol 1 g: "
                                            + "1 g four times daily, active\"");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "40 mg twice daily, 40 mg BID",
        "40 mg in the morning, 20 mg at noon",
        "10 mg twice daily, 5 mg every 4 hours as needed",
        "40 mg IV twice daily, 20 mg PO daily",
        "20 mg daily then 10 mg daily, 10 mg daily",
        "40 mg daily, 1 tablet daily",
        "per sliding scale, 10 mg daily"
    })
    void dosagesThatBelongTogetherAreNone(String one, String other) {
        assertThat(kinds(aChart().medication("Wonderdrug", one, Standing.ACTIVE, "2024-01-19")
                        .medication("Wonderdrug", other, Standing.ACTIVE, "2024-01-22")))
                .isEmpty();
    }

    @Test
    void aReportWithAnotherDoseThanTheOrderIsAConflict() {
        assertThat(kinds(aChart().medication("Ramipril 5 mg", "5 mg once daily", Standing.ACTIVE, "2024-01-19")
                        .fact(
                                FactKind.MEDICATION,
                                "Ramipril",
                                Standing.ACTIVE,
                                "2024-11-01",
                                REPORTED,
                                worded(INSTRUCTION, "10 mg once daily"))))
                .containsExactly(Kind.TWO_DOSAGES);
    }

    @Test
    void aDrugActiveInOneListAndStoppedLaterInAnotherIsAConflict() {
        assertThat(kinds(aChart().medication("Aspirin 75 mg", "75 mg once daily", Standing.ACTIVE, "2020-01-19")
                        .fact(
                                FactKind.MEDICATION,
                                "aspirin",
                                Standing.STOPPED,
                                "2020-01-19",
                                REPORTED,
                                ended("2024-05-01"))))
                .containsExactly(Kind.ACTIVE_AND_STOPPED);
        assertThat(kinds(aChart().medication("Aspirin 75 mg", "75 mg once daily", Standing.ACTIVE, "2020-01-19")
                        .fact(FactKind.MEDICATION, "aspirin", Standing.NEGATED, "2024-05-01", REPORTED)))
                .containsExactly(Kind.ACTIVE_AND_STOPPED);
    }

    @Test
    void anOlderOrderThatEndedWhenTheNewOneBeganIsNone() {
        assertThat(kinds(aChart().fact(
                                FactKind.MEDICATION,
                                "Carvedilol 25 mg",
                                Standing.STOPPED,
                                "2022-03-01",
                                ended("2024-10-08"))
                        .medication("Carvedilol 12.5 mg", "12.5 mg twice daily", Standing.ACTIVE, "2024-10-08")))
                .isEmpty();
    }

    @Test
    void aProblemActiveAndResolvedOfTheSameDayOrLaterIsAConflict() {
        assertThat(kinds(aChart().problem("Hyperkalemia", Standing.ACTIVE, "2024-11-11")
                        .problem("Hyperkalemia", Standing.RESOLVED, "2024-11-11")))
                .containsExactly(Kind.ACTIVE_AND_RESOLVED);
    }

    @Test
    void anEarlierEpisodeThatResolvedIsNone() {
        assertThat(kinds(aChart().problem("Diabetic ketoacidosis", Standing.ACTIVE, "2023-09-17")
                        .problem("Diabetic ketoacidosis", Standing.RESOLVED, "2019-11-02")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Penicillin, Amoxicillin 500 mg capsule, true",
        "Allergy to penicillin, Piperacillin-tazobactam, true",
        "Amoxicillin, Flucloxacillin 500 mg, true",
        "Sulfa drugs, Co-trimoxazole 960 mg, true",
        "NSAIDs, Ibuprofen 400 mg, true",
        "Cephalosporins, Ceftriaxone 1 g, true",
        "Codeine, Codeine phosphate 30 mg, true",
        "Clavulanate, Co-amoxiclav 625 mg, true",
        "Sulfa drugs, Furosemide 40 mg, false",
        "Penicillin, Ceftriaxone 1 g, false",
        "Codeine, Oxycodone 5 mg, false",
        "Latex, Amoxicillin 500 mg, false",
        "Ibuprofen, Paracetamol 1 g, false"
    })
    void aCurrentDrugAgainstAnAllergyToItOrToItsStatedClassIsAConflict(String allergy, String drug, boolean conflict) {
        assertThat(kinds(aChart().allergy(allergy, "rash")
                        .medication(drug, "as directed", Standing.ACTIVE, "2024-01-01")))
                .isEqualTo(conflict ? List.of(Kind.ALLERGY_AND_ORDER) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"NEGATED, ACTIVE", "RESOLVED, ACTIVE", "INACTIVE, ACTIVE", "ACTIVE, CANCELLED", "ACTIVE, STOPPED"})
    void aRefutedAllergyOrADrugThatIsNotCurrentIsNone(Standing allergy, Standing order) {
        assertThat(kinds(aChart().fact(FactKind.ALLERGY, "Penicillin", allergy, "2020-01-01")
                        .medication("Amoxicillin", "500 mg three times daily", order, "2024-01-01")))
                .isEmpty();
    }

    @Test
    void anAllergyAndNoneKnownInOneListIsAConflict() {
        assertThat(kinds(aChart().allergy("No known allergies", "none").allergy("Penicillin", "rash")))
                .containsExactly(Kind.ALLERGY_AND_NONE);
    }

    @Test
    void everySideIsCitedAndTheSameChartGivesTheSameConflicts() {
        ChartBuilder chart = aChart().allergy("Penicillin", "rash")
                .medication("Amoxicillin", "500 mg three times daily", Standing.ACTIVE, "2024-01-01")
                .medication("Amoxicillin", "250 mg three times daily", Standing.ACTIVE, "2024-01-02");
        assertThat(conflicts(chart))
                .hasSize(2)
                .isEqualTo(conflicts(chart))
                .allSatisfy(conflict -> assertThat(conflict.citations())
                        .allSatisfy(id -> assertThat(chart.build().fact(id)).isPresent()));
    }
}
