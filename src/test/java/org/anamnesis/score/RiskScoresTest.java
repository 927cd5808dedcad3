package org.anamnesis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Coverage;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scores that rest on history, laboratory and judgement. */
class RiskScoresTest {

    @ParameterizedTest
    @CsvSource({
        "male, 1974-01-02, 1.2, mg/dL, 74",
        "male, 1974-01-02, 106.08, umol/L, 74",
        "female, 1964-01-02, 1.0, mg/dL, 64",
        "female, 1984-01-02, 0.7, mg/dL, 112",
        "male, 1944-01-02, 3.0, mg/dL, 20"
    })
    void egfrIsExactToTheEquation(String sex, String born, String creatinine, String unit, String rate) {
        Ward ward = Ward.somebody()
                .sex(AdministrativeGender.fromCode(sex))
                .born(born)
                .measured("2160-0", creatinine, unit);
        assertThat(ward.computed(Scores.EGFR).text()).isEqualTo(rate + " mL/min/1.73 m²");
    }

    @Test
    void egfrNeedsSexAgeAndCreatinineAndIsNotMadeInPregnancy() {
        assertThat(Ward.somebody().born("1964-01-02").lacking(Scores.EGFR).missing())
                .extracting(Missing::name)
                .containsExactly("creatinine", "sex (female or male)");
        assertThat(Ward.aWoman()
                        .sex(AdministrativeGender.OTHER)
                        .measured("2160-0", "1", "mg/dL")
                        .outcome(Scores.EGFR))
                .isInstanceOf(Outcome.NotComputable.class);
        assertThat(Ward.aWoman()
                        .has("Pregnancy", "2024-01-01")
                        .measured("2160-0", "1", "mg/dL")
                        .outcome(Scores.EGFR))
                .isInstanceOf(Outcome.NotApplicable.class);
    }

    @Test
    void egfrSaysWhenTheCreatinineIsChanging() {
        Ward ward = Ward.aMan()
                .at("2024-03-09T08:00:00Z")
                .measured("2160-0", "1.0", "mg/dL")
                .at("2024-03-10T08:00:00Z")
                .measured("2160-0", "1.4", "mg/dL");
        assertThat(ward.computed(Scores.EGFR).notes().getFirst()).contains("changing");
        assertThat(Ward.aMan()
                        .measured("2160-0", "1.4", "mg/dL")
                        .computed(Scores.EGFR)
                        .notes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Alert, 7.0, 29, 90, 61, 1964-01-02, 0, low",
        "New confusion, 7.0, 29, 90, 61, 1964-01-02, 1, low",
        "Alert, 7.1, 30, 90, 61, 1964-01-02, 2, intermediate",
        "Alert, 7.0, 29, 89, 61, 1964-01-02, 1, low",
        "Alert, 7.0, 29, 90, 60, 1959-01-02, 2, intermediate",
        "New confusion, 8, 32, 85, 50, 1940-01-02, 5, high"
    })
    void curb65IsExact(
            String level,
            String urea,
            String rate,
            String systolic,
            String diastolic,
            String born,
            String total,
            String band) {
        Ward ward = pneumonia(born)
                .said("80288-4", level)
                .measured("22664-7", urea, "mmol/L")
                .measured("9279-1", rate, "/min")
                .pressure(systolic, diastolic, "mm[Hg]");
        assertThat(ward.total(Scores.CURB_65)).isEqualTo(total);
        assertThat(ward.computed(Scores.CURB_65).band().name()).isEqualTo(band);
    }

    @Test
    void curb65TakesTheNitrogenInUreaAndAsksForPneumonia() {
        Ward ward = pneumonia("1980-01-02")
                .said("80288-4", "Alert")
                .measured("3094-0", "20", "mg/dL")
                .measured("9279-1", "16", "/min")
                .pressure("120", "80", "mm[Hg]");
        assertThat(ward.total(Scores.CURB_65)).isEqualTo("1");
        assertThat(Ward.aMan().outcome(Scores.CURB_65))
                .isEqualTo(new Outcome.NotApplicable("no pneumonia is documented"));
    }

    @Test
    void curb65WithoutTheDiastolicIsOpenUnlessTheSystolicDecides() {
        Ward ward = pneumonia("1980-01-02")
                .said("80288-4", "Alert")
                .measured("22664-7", "5", "mmol/L")
                .measured("9279-1", "16", "/min");
        assertThat(ward.measured("8480-6", "120", "mm[Hg]")
                        .lacking(Scores.CURB_65)
                        .missing())
                .extracting(Missing::name)
                .containsExactly("diastolic blood pressure");
    }

    @Test
    void cha2ds2VascAddsUpToNine() {
        Ward ward = Ward.somebody()
                .sex(AdministrativeGender.FEMALE)
                .born("1945-01-02")
                .has("Atrial fibrillation", "2020-01-01")
                .has("Heart failure", "2020-01-01")
                .has("Essential hypertension", "2020-01-01")
                .has("Type 2 diabetes mellitus", "2020-01-01")
                .has("Stroke", "2020-01-01")
                .has("Myocardial infarction", "2020-01-01");
        assertThat(ward.total(Scores.CHA2DS2_VASC)).isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource({"1965-01-02, 0", "1959-01-02, 1", "1949-01-02, 2"})
    void cha2ds2VascCountsAge(String born, String total) {
        assertThat(Ward.aMan()
                        .born(born)
                        .has("Atrial fibrillation", "2020-01-01")
                        .total(Scores.CHA2DS2_VASC))
                .isEqualTo(total);
    }

    @Test
    void cha2ds2VascAppliesInAtrialFibrillationAndIsOpenWhereTheProblemsWereNotRead() {
        assertThat(Ward.aMan().outcome(Scores.CHA2DS2_VASC)).isInstanceOf(Outcome.NotApplicable.class);
        Ward unread = Ward.aMan().covered("Condition", new Coverage.Outcome.Failed("timeout", 0));
        assertThat(unread.lacking(Scores.CHA2DS2_VASC).missing().getFirst().sentence())
                .isEqualTo("atrial fibrillation: not found in what was read (failed)");
    }

    @Test
    void hasBledCountsItsNineItems() {
        Ward ward = Ward.aMan()
                .born("1950-01-02")
                .has("Atrial fibrillation", "2020-01-01")
                .pressure("165", "80", "mm[Hg]")
                .measured("2160-0", "2.3", "mg/dL")
                .has("Cirrhosis of liver", "2020-01-01")
                .has("Stroke", "2020-01-01")
                .has("Gastrointestinal hemorrhage", "2022-01-01")
                .takes("Warfarin 5 mg tablet")
                .told("Labile INR", "Yes")
                .takes("Aspirin 81 mg tablet")
                .has("Alcohol dependence", "2015-01-01");
        assertThat(ward.total(Scores.HAS_BLED)).isEqualTo("9");
    }

    @Test
    void hasBledAsksForTheInrOnlyOfThoseWhoTakeAVitaminKAntagonistAndForTheDrinks() {
        Ward ward = Ward.aMan()
                .has("Atrial fibrillation", "2020-01-01")
                .pressure("120", "80", "mm[Hg]")
                .measured("2160-0", "1.0", "mg/dL");
        assertThat(ward.lacking(Scores.HAS_BLED).missing())
                .extracting(Missing::name)
                .containsExactly("alcoholic drinks a week");
        assertThat(ward.named("Alcoholic drinks per week", "8", "").total(Scores.HAS_BLED))
                .isEqualTo("1");
        assertThat(ward.takes("Warfarin")
                        .lacking(Scores.HAS_BLED)
                        .missing()
                        .getFirst()
                        .why())
                .isInstanceOf(Missing.Why.ForAPerson.class);
    }

    @Test
    void wellsForEmbolismLeavesJudgementToAPerson() {
        Ward ward = Ward.aMan().measured("8867-4", "110", "/min").has("Deep vein thrombosis", "2019-01-01");
        assertThat(ward.lacking(Scores.WELLS_PE).missing())
                .extracting(missing -> missing.why().getClass().getSimpleName())
                .containsOnly("ForAPerson")
                .hasSize(4);
        assertThat(embolism(ward, "Yes", "Yes").total(Scores.WELLS_PE)).isEqualTo("9.0");
        assertThat(embolism(ward, "Yes", "Yes").computed(Scores.WELLS_PE).band().name())
                .isEqualTo("likely");
    }

    @Test
    void wellsForEmbolismOfNothingIsUnlikely() {
        Ward ward = embolism(Ward.aMan().measured("8867-4", "100", "/min"), "No", "No");
        assertThat(ward.total(Scores.WELLS_PE)).isEqualTo("0");
        assertThat(ward.computed(Scores.WELLS_PE).band().name()).isEqualTo("unlikely");
    }

    @Test
    void aCancerOnTheListDoesNotTellWhenItWasTreated() {
        Ward ward = embolism(Ward.aMan().measured("8867-4", "80", "/min"), "No", "No")
                .has("Lung cancer", "2023-01-01");
        assertThat(ward.lacking(Scores.WELLS_PE).missing().getFirst().sentence())
                .contains("when was it treated?");
    }

    @Test
    void wellsForThrombosisSubtractsForAnotherDiagnosis() {
        Ward ward = Ward.aMan()
                .told("Paralysis, paresis or plaster of a leg", "No")
                .told("Recently bedridden or major surgery", "Yes")
                .told("Tenderness along the deep veins", "Yes")
                .told("Entire leg swollen", "No")
                .told("Calf swelling more than 3 cm", "Yes")
                .told("Wells pitting edema", "No")
                .told("Collateral superficial veins", "No")
                .told("Alternative diagnosis at least as likely as DVT", "Yes");
        assertThat(ward.total(Scores.WELLS_DVT)).isEqualTo("1");
        assertThat(ward.has("Deep venous thrombosis", "2015-01-01").total(Scores.WELLS_DVT))
                .isEqualTo("2");
    }

    @Test
    void heartTakesTheJudgementThatIsDocumentedAndTheTroponinByItsOwnLimit() {
        Ward ward = Ward.aMan()
                .born("1955-01-02")
                .told("HEART score history", "Highly suspicious")
                .told("HEART score ECG", "Significant ST depression")
                .has("Coronary artery disease", "2015-01-01");
        troponin(ward, "50", "14");
        assertThat(ward.total(Scores.HEART)).isEqualTo("10");
        Ward low = Ward.aMan()
                .born("1990-01-02")
                .told("HEART score history", "Slightly suspicious")
                .told("HEART score ECG", "Normal");
        troponin(low, "10", "14");
        assertThat(low.total(Scores.HEART)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"14, 0", "15, 1", "41, 1", "42, 2"})
    void heartCountsTheTroponinInTimesOfTheUpperLimit(String troponin, String points) {
        Ward ward = Ward.aMan()
                .born("1990-01-02")
                .told("HEART score history", "Slightly suspicious")
                .told("HEART score ECG", "Normal");
        troponin(ward, troponin, "14");
        assertThat(ward.total(Scores.HEART)).isEqualTo(points);
    }

    @Test
    void heartCountsRiskFactorsAndIsOpenWithoutJudgementOrLimit() {
        Ward ward = Ward.aMan()
                .has("Essential hypertension", "2020-01-01")
                .has("Hyperlipidemia", "2020-01-01")
                .has("Obesity", "2020-01-01")
                .measured("89579-7", "20", "ng/L");
        List<Missing> missing = ward.lacking(Scores.HEART).missing();
        assertThat(missing).hasSize(3);
        assertThat(missing.getLast().sentence()).startsWith("upper reference limit of troponin 20 ng/L");
        assertThat(ward.lacking(Scores.HEART).known())
                .filteredOn(part -> part.name().equals("Risk factors"))
                .first()
                .satisfies(part -> assertThat(part.points()).isEqualByComparingTo("2"));
    }

    private static Ward pneumonia(String born) {
        return Ward.aMan().born(born).has("Community acquired pneumonia", "2024-03-09");
    }

    private static Ward embolism(Ward ward, String signs, String likely) {
        return ward.told("Clinical signs of DVT", signs)
                .told("PE is #1 diagnosis or equally likely", likely)
                .told("Immobilization or surgery", "No")
                .told("Hemoptysis", "No");
    }

    private static void troponin(Ward ward, String value, String upper) {
        ward.measured("89579-7", value, "ng/L");
        ((Observation) ward.last()).addReferenceRange().setHigh(Ward.quantity(upper, "ng/L"));
    }
}
