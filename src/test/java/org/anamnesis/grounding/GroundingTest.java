package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTest {

    private static final Chart CHART = aChart().ofPatient(71, "male")
            .problem("Heart failure with reduced ejection fraction", Standing.ACTIVE, "2018-06-20")
            .problem("Pneumonia", Standing.RESOLVED, "2020-02-03")
            .problem("Osteoarthritis of left knee", Standing.ACTIVE, "2015-01-10")
            .problem("Migraine without aura", Standing.ACTIVE, "2005-01-01")
            .problem("Mild persistent asthma", Standing.ACTIVE, "1996-04-01")
            .allergy("Sulfonamide antibiotics", "Rash")
            .medication("Furosemide 40 mg oral tablet", "80 mg by mouth twice daily", Standing.ACTIVE, "2024-10-08")
            .medication("Lisinopril 10 mg oral tablet", "10 mg by mouth once daily", Standing.STOPPED, "2024-03-01")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11", Attribute.worded(Attribute.Role.INTERPRETATION, "high"))
            .result(
                    "Potassium",
                    "4.2",
                    "mmol/L",
                    "2024-11-16",
                    Attribute.worded(Attribute.Role.REFERENCE_RANGE, "3.5-5.1 mmol/L"))
            .result("Sodium", "134", "mmol/L", "2024-11-11")
            .finding("SARS-CoV-2 PCR", "Not detected", "2024-11-11")
            .encounter("Hospital admission", "2024-11-11")
            .encounter("Office visit", "2024-10-08")
            .plannedEncounter("Office visit", "2024-12-08")
            .procedure("Thoracentesis, right", Standing.COMPLETED, "2024-11-13")
            .procedure("Coronary angiography", Standing.NEGATED, "2024-11-14")
            .covered("AllergyIntolerance", new Coverage.Outcome.NoneRecorded())
            .covered("Procedure", new Coverage.Outcome.Failed("timeout", 0))
            .build();

    private static CheckedStatement check(Section section, String text, String... citations) {
        return new Grounding(CHART).check(new Statement(section, text, Arrays.asList(citations)));
    }

    private static CheckedStatement check(String text, String... citations) {
        return check(Section.RESULTS, text, citations);
    }

    private static void assertSupported(CheckedStatement statement) {
        assertThat(statement.verdict().code())
                .as(statement.text() + ": " + statement.verdict().reason())
                .isEqualTo("supported");
    }

    private static void assertVerdict(CheckedStatement statement, String verdict, String finding) {
        assertThat(statement.verdict().code())
                .as(statement.text() + ": " + statement.verdict().reason())
                .isEqualTo(verdict);
        assertThat(statement.verdict().findings()).extracting(Finding::code).contains(finding);
        assertThat(statement.verdict().reason()).isNotBlank();
    }

    @Nested
    class Supports {

        @Test
        void aValueWithItsUnitAndDate() {
            assertSupported(check("Potassium was 5.9 mmol/L on 11 Nov 2024.", "L1"));
        }

        @Test
        void aTrendThatTheCitedValuesHave() {
            assertSupported(
                    check("Potassium 4.2 mmol/L on 16 Nov 2024, was 5.9 mmol/L on 11 Nov 2024, falling.", "L1", "L2"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Heart failure with reduced ejection fraction, active since 20 Jun 2018.",
                    "Heart failure since June 2018.",
                    "Heart failure since 2018.",
                    "Since 2018-06-20: heart failure with reduced ejection fraction.",
                    "He has had heart failure since June 20, 2018."
                })
        void aProblemWithItsOnsetHoweverTheDateIsWritten(String text) {
            assertSupported(check(Section.ACTIVE_PROBLEMS, text, "C1"));
        }

        @Test
        void aDoseAsOrdered() {
            assertSupported(check(
                    Section.MEDICATIONS, "Furosemide 40 mg oral tablet: 80 mg by mouth twice daily, active.", "M1"));
        }

        @Test
        void aStoppedDrugThatIsCalledStopped() {
            assertSupported(check(Section.MEDICATIONS, "Lisinopril 10 mg oral tablet, stopped.", "M2"));
        }

        @Test
        void ageAndSexOfThePatient() {
            assertSupported(check(Section.ONE_LINER, "71-year-old man with heart failure.", "D1", "D2", "C1"));
        }

        @Test
        void aNegativeFindingThatIsRecordedAsOne() {
            assertSupported(check("SARS-CoV-2 PCR not detected on 11 Nov 2024.", "L4"));
        }

        /** A one-liner was once withheld because "without" seemed to deny what follows it. */
        @Test
        void aProblemThatFollowsOneWithANegationInItsName() {
            assertSupported(check(Section.ONE_LINER, "Migraine without aura, mild persistent asthma.", "C4", "C5"));
        }

        @Test
        void aNameThatBeginsWithANegation() {
            Chart chart = aChart().problem("Stress", Standing.ACTIVE, "2020-01-01")
                    .problem("Not in labor force", Standing.ACTIVE, "2020-01-01")
                    .build();
            assertSupported(new Grounding(chart)
                    .check(new Statement(
                            Section.ACTIVE_PROBLEMS, "Stress, not in labor force and stress.", List.of("C1", "C2"))));
        }

        /** A one-liner was once withheld because a planned visit of the same name is later. */
        @Test
        void theLastVisitThoughAnotherIsPlanned() {
            assertSupported(check(Section.ENCOUNTERS, "Last office visit on 8 Oct 2024.", "E2"));
        }

        /** A one-liner was once withheld because the age seemed to be said of the death. */
        @Test
        void ageAndSexOfAPatientWhoHasDied() {
            Chart died = aChart().ofPatient(59, "male").whoDied("2008-11-10").build();
            assertSupported(new Grounding(died)
                    .check(new Statement(Section.ONE_LINER, "Deceased 59-year-old male.", List.of("D3", "D1", "D2"))));
        }

        /** What the chart says word for word was once withheld because of single words in it. */
        @Test
        void aQuotationOfTheChartsOwnWords() {
            Chart chart = aChart().procedure("Direct current cardioversion", Standing.COMPLETED, "2022-08-18")
                    .finding("Echocardiogram", "Left atrium dilated. No left atrial thrombus seen.", "2024-10-22")
                    .result("Pain severity - 0-10 [Score] - Reported", "3", "", "2024-05-08")
                    .result("Pain severity - 0-10 [Score] - Reported", "1", "", "2023-05-03")
                    .build();
            Grounding grounding = new Grounding(chart);
            assertSupported(grounding.check(
                    new Statement(Section.ENCOUNTERS, "Direct current cardioversion on 18 Aug 2022.", List.of("P1"))));
            assertSupported(grounding.check(new Statement(
                    Section.RESULTS,
                    "Echocardiogram on 22 Oct 2024: Left atrium dilated. No left atrial thrombus seen.",
                    List.of("L1"))));
            assertSupported(grounding.check(new Statement(
                    Section.RESULTS,
                    "Pain severity - 0-10 [Score] - Reported 3 on 8 May 2024, was 1 on 3 May 2023, rising.",
                    List.of("L2", "L3"))));
        }

        @Test
        void thatNothingIsRecordedWhereTheSearchCameBackEmpty() {
            assertSupported(check(Section.ALLERGIES, "No allergies are recorded in this chart.", "K1"));
        }

        @Test
        void theReferenceRangeWhenItIsCalledSo() {
            assertSupported(check("Potassium 4.2 mmol/L, reference range 3.5-5.1 mmol/L.", "L2"));
        }
    }

    @Nested
    class FindsContradicted {

        @Test
        void anotherValue() {
            assertVerdict(check("Potassium was 5.6 mmol/L on 11 Nov 2024.", "L1"), "contradicted", "number");
        }

        @Test
        void theNeighbouringTestsValue() {
            assertVerdict(
                    check("Potassium was 134 mmol/L and sodium was 134 mmol/L.", "L1", "L3"), "contradicted", "number");
        }

        @Test
        void theRightValueWithAnotherDaysDate() {
            assertVerdict(check("Potassium was 5.9 mmol/L on 16 Nov 2024.", "L1", "L2"), "contradicted", "date");
        }

        @Test
        void theRightNumberWithAnotherUnit() {
            assertVerdict(check("Potassium was 5.9 mg/dL.", "L1"), "contradicted", "unit");
        }

        @Test
        void aBoundOfTheReferenceRangeAsTheValue() {
            assertVerdict(check("Potassium was 5.1 mmol/L.", "L2"), "contradicted", "number");
        }

        @Test
        void theStrengthOfTheTabletAsTheDose() {
            assertVerdict(check(Section.MEDICATIONS, "Furosemide 40 mg twice daily.", "M1"), "contradicted", "dose");
        }

        @Test
        void anotherFrequency() {
            assertVerdict(
                    check(Section.MEDICATIONS, "Furosemide 80 mg by mouth once daily.", "M1"), "contradicted", "word");
        }

        @Test
        void theOtherSide() {
            assertVerdict(check("Osteoarthritis of right knee.", "C3"), "contradicted", "word");
        }

        @Test
        void aTrendTheOtherWay() {
            assertVerdict(
                    check("Potassium rising, 4.2 mmol/L on 16 Nov 2024 and 5.9 mmol/L on 11 Nov 2024.", "L1", "L2"),
                    "contradicted",
                    "trend");
        }

        @Test
        void aDenialOfWhatIsRecorded() {
            assertVerdict(check("No heart failure.", "C1"), "contradicted", "negation");
        }

        @Test
        void aProcedureThatWasNotDone() {
            assertVerdict(
                    check(Section.ENCOUNTERS, "Coronary angiography on 14 Nov 2024.", "P2"),
                    "contradicted",
                    "negation");
        }

        @Test
        void whatStandsBesideAQuotation() {
            Chart chart = aChart().procedure("Direct current cardioversion", Standing.COMPLETED, "2022-08-18")
                    .finding("Echocardiogram", "No left atrial thrombus seen.", "2024-10-22")
                    .build();
            Grounding grounding = new Grounding(chart);
            assertVerdict(
                    grounding.check(
                            new Statement(Section.ENCOUNTERS, "No direct current cardioversion.", List.of("P1"))),
                    "contradicted",
                    "negation");
            assertVerdict(
                    grounding.check(new Statement(
                            Section.ENCOUNTERS, "Direct current cardioversion on 19 Aug 2022.", List.of("P1"))),
                    "contradicted",
                    "date");
            assertVerdict(
                    grounding.check(new Statement(
                            Section.RESULTS, "Echocardiogram: left atrial thrombus seen.", List.of("L1"))),
                    "contradicted",
                    "negation");
        }

        @Test
        void aQuotationThatIsDenied() {
            Chart chart = aChart().finding("Echocardiogram", "Left atrium moderately dilated", "2024-10-22")
                    .build();
            CheckedStatement denied = new Grounding(chart)
                    .check(new Statement(
                            Section.RESULTS, "Echocardiogram: no left atrium moderately dilated.", List.of("L1")));
            assertThat(denied.isSupported()).isFalse();
        }

        @Test
        void aResolvedProblemCalledActive() {
            assertVerdict(check(Section.ACTIVE_PROBLEMS, "Pneumonia, active.", "C2"), "contradicted", "status");
        }

        @Test
        void aResolvedProblemListedBarelyAmongTheActiveOnes() {
            assertVerdict(check(Section.ACTIVE_PROBLEMS, "Pneumonia.", "C2"), "contradicted", "status");
        }

        @Test
        void aStoppedDrugListedBarelyAmongTheMedications() {
            assertVerdict(
                    check(Section.MEDICATIONS, "Lisinopril 10 mg by mouth once daily.", "M2"),
                    "contradicted",
                    "status");
        }

        @Test
        void anotherSexOfThePatient() {
            assertVerdict(check("She has heart failure.", "C1"), "contradicted", "sex");
        }

        @Test
        void anOlderValueCalledTheLatest() {
            assertVerdict(check("Latest potassium 5.9 mmol/L.", "L1"), "contradicted", "newest");
        }

        @Test
        void thatNothingIsRecordedWhereTheSearchFailed() {
            assertVerdict(
                    check(Section.ENCOUNTERS, "No procedures are recorded in this chart.", "K2"),
                    "contradicted",
                    "absence");
        }
    }

    @Nested
    class DoesNotFind {

        @Test
        void whatIsNotCited() {
            assertVerdict(check("Potassium was 5.9 mmol/L."), "not-found", "citation");
        }

        @Test
        void aFactThatTheChartDoesNotHave() {
            assertVerdict(check("Potassium was 5.9 mmol/L.", "L99"), "not-found", "citation");
        }

        @Test
        void aCitationThatIsNoId() {
            assertVerdict(check("Potassium was 5.9 mmol/L.", "the chart"), "not-found", "citation");
        }

        @Test
        void aDrugThatTheChartDoesNotName() {
            assertVerdict(check(Section.MEDICATIONS, "Warfarin, active.", "M1"), "not-found", "word");
        }

        @Test
        void aDrugThatStandsInAnotherFact() {
            assertVerdict(check(Section.MEDICATIONS, "Furosemide and lisinopril.", "M1"), "not-found", "word");
        }

        @Test
        void aCause() {
            assertVerdict(check("Potassium 5.9 mmol/L because of furosemide.", "L1", "M1"), "not-found", "word");
        }

        @Test
        void advice() {
            assertVerdict(check("Consider spironolactone for heart failure.", "C1"), "not-found", "word");
        }

        @Test
        void aTrendOfOneValue() {
            assertVerdict(check("Potassium 5.9 mmol/L, rising.", "L1"), "not-found", "trend");
        }

        @Test
        void thatThePatientHasNoAllergyWhereNoneIsRecorded() {
            assertVerdict(check(Section.ALLERGIES, "The patient has no allergies.", "K1"), "not-found", "absence");
        }

        @Test
        void aPlanThatStandsOnAProblemAlone() {
            assertVerdict(check(Section.PLAN, "Heart failure.", "C1"), "not-found", "plan");
        }

        @Test
        void anEmptyStatement() {
            assertVerdict(check(" ", "L1"), "not-found", "statement");
        }
    }

    @Test
    void theSameStatementAlwaysGetsTheSameVerdict() {
        Statement statement = new Statement(Section.RESULTS, "Potassium 4.2 mmol/L.", List.of("L2"));
        assertThat(new Grounding(CHART).check(statement).verdict())
                .isEqualTo(new Grounding(CHART).check(statement).verdict());
    }
}
