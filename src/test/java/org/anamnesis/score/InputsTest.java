package org.anamnesis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Coverage;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How inputs are found in a chart: by code, by name, in whatever unit, the newest that counts. */
class InputsTest {

    @ParameterizedTest
    @CsvSource({
        "8310-5, 98.6, [degF], 37.0",
        "8310-5, 310.15, K, 37.0",
        "8310-5, 98.6, '', 37.0",
        "8310-5, 36.6, '', 36.6",
        "2708-6, 0.94, 1, 94",
        "2708-6, 0.94, '', 94",
        "2708-6, 97, '', 97",
        "59408-5, 97, percent, 97",
        "8480-6, 16, kPa, 120",
        "8867-4, 72, beats/min, 72",
        "8867-4, 72, bpm, 72",
        "9279-1, 16, '', 16",
        "3150-6, 0.28, 1, 28",
        "3150-6, 28, %, 28",
        "2160-0, 1.2, mg/dL, 1.2",
        "14682-9, 106.08, umol/L, 1.2",
        "14682-9, 0.10608, mmol/L, 1.2",
        "22664-7, 42, mg/dL, 7",
        "6690-2, 12.1, 10*3/uL, 12.1",
        "6690-2, 12100, /uL, 12.1",
        "2019-8, 5.3, kPa, 40",
        "3151-8, 2000, mL/min, 2",
        "9269-2, 14, {score}, 14",
        "9269-2, 14, '', 14",
        "72514-3, 7, {score}, 7",
        "1975-2, 1, mg/dL, 17"
    })
    void convertsTheUnitsThatChartsAreWrittenIn(String code, String number, String unit, String expected) {
        BigDecimal value = only(Ward.aMan().measured(code, number, unit), code).value();
        assertThat(value.setScale(new BigDecimal(expected).scale(), RoundingMode.HALF_UP))
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "8310-5, 3.7, Cel, outside 20 to 45 °C",
        "8310-5, 37, [degF], outside 20 to 45 °C",
        "2708-6, 970, %, outside 30 to 100 %",
        "2708-6, 0.94, %, outside 30 to 100 %",
        "8867-4, 720, /min, outside 0 to 350 per minute",
        "9279-1, 16, mg/dL, the unit is not known for this",
        "2160-0, 1.2, '', no unit stands with it",
        "9269-2, 16, {score}, outside 3 to 15",
        "72514-3, 13, {score}, outside 0 to 10"
    })
    void refusesWhatIsNoMeasurementAndShowsIt(String code, String number, String unit, String reason) {
        Ward ward = Ward.aMan().measured(code, number, unit);
        Lookup<BigDecimal> found = findings(ward).number(parameter(code));
        assertThat(found).isInstanceOf(Lookup.Absent.class);
        Missing missing = ((Lookup.Absent<BigDecimal>) found).missing();
        assertThat(missing.sentence()).contains(number).contains(reason);
        assertThat(missing.why()).isInstanceOf(Missing.Why.OnlyRefused.class);
    }

    @Test
    void aBoundIsNoValue() {
        Ward ward = Ward.aMan().measured("59408-5", "95", "%");
        ((Quantity) ((Observation) ward.last()).getValue()).setComparator(Quantity.QuantityComparator.LESS_THAN);
        assertThat(missing(ward, Parameter.OXYGEN_SATURATION)).contains("a bound, not one number");
    }

    @Test
    void aRefusedValueDoesNotHideAnOlderGoodOneAndIsShownBesideIt() {
        Ward ward = Ward.aMan()
                .at("2024-03-10T11:00:00Z")
                .well()
                .at("2024-03-10T11:45:00Z")
                .measured("8310-5", "3.7", "Cel");
        Outcome.Computed score = ward.computed(Scores.NEWS2);
        assertThat(score.refused()).extracting(Refusal::text).containsExactly("3.7 °C");
        assertThat(score.components().getLast().inputs().getFirst().text()).isEqualTo("37.0 °C");
    }

    @Test
    void takesTheNewestOfTheTimeBeforeTheMomentAndNothingLater() {
        Ward ward = Ward.aMan()
                .at("2024-03-10T09:00:00Z")
                .measured("8867-4", "70", "/min")
                .at("2024-03-10T11:00:00Z")
                .measured("8867-4", "90", "/min")
                .at("2024-03-10T12:30:00Z")
                .measured("8867-4", "140", "/min");
        assertThat(only(ward, "8867-4").value()).isEqualByComparingTo("90");
    }

    @Test
    void comparesTimesOfDifferentOffsets() {
        Ward ward = Ward.aMan()
                .at("2024-03-10T12:55:00+01:00")
                .measured("8867-4", "90", "/min")
                .at("2024-03-10T06:30:00-05:00")
                .measured("8867-4", "80", "/min");
        assertThat(only(ward, "8867-4").value()).isEqualByComparingTo("90");
    }

    @Test
    void namesTheLastValueThatIsTooOld() {
        Ward ward = Ward.aMan().at("2024-03-10T05:59:00Z").measured("9279-1", "18", "/min");
        assertThat(missing(ward, Parameter.RESPIRATORY_RATE))
                .isEqualTo("respiratory rate: older than 6 h, last seen 18 per minute (10 Mar 2024 05:59, V1)");
    }

    @Test
    void aHospitalSetsItsOwnLimits() {
        Limits strict = new Limits(Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(7), Duration.ofDays(280));
        Ward ward = Ward.aMan().at("2024-03-10T10:30:00Z").well();
        assertThat(Scores.of(ward.chart(), strict).at(Scores.NEWS2, Ward.NOON).outcome())
                .isInstanceOf(Outcome.NotComputable.class);
        assertThat(Scores.of(ward.chart()).at(Scores.NEWS2, Ward.NOON).outcome())
                .isInstanceOf(Outcome.Computed.class);
    }

    @Test
    void aDayWithoutATimeIsAsOldAsItsBeginning() {
        assertThat(missing(Ward.aMan().at("2024-03-10").measured("9279-1", "18", "/min"), Parameter.RESPIRATORY_RATE))
                .contains("older than 6 h");
        assertThat(findings(Ward.aMan().at("2024-03-10").measured("6690-2", "9", "10*9/L"))
                        .number(Parameter.WHITE_CELLS))
                .isInstanceOf(Lookup.Found.class);
    }

    @Test
    void aValueWithoutATimeIsRefused() {
        Ward ward = Ward.aMan().measured("9279-1", "18", "/min");
        ((Observation) ward.last()).setEffective(null);
        assertThat(missing(ward, Parameter.RESPIRATORY_RATE)).contains("no time stands with it");
    }

    @Test
    void ofTwoValuesForOneTimeTheOneWithMorePointsCountsAndBothAreShown() {
        Ward ward = Ward.aMan().well().measured("8867-4", "135", "/min");
        Component pulse = ward.computed(Scores.NEWS2).components().get(4);
        assertThat(pulse.points()).isEqualByComparingTo("3");
        assertThat(pulse.inputs()).extracting(Measured::text).containsExactly("135 per minute", "70 per minute");
    }

    @Test
    void cancelledAndAwaitedResultsAreNone() {
        for (Observation.ObservationStatus status :
                List.of(Observation.ObservationStatus.CANCELLED, Observation.ObservationStatus.ENTEREDINERROR)) {
            Ward ward = Ward.aMan().measured("9279-1", "18", "/min");
            ((Observation) ward.last()).setStatus(status);
            assertThat(missing(ward, Parameter.RESPIRATORY_RATE)).isEqualTo("respiratory rate: not recorded");
        }
    }

    @Test
    void otherMeasurementsUnderLikeNamesAreNotTaken() {
        Ward ward = Ward.aMan()
                .named("Heart rate Alarm - High", "140", "bpm")
                .named("Fetal heart rate", "150", "bpm")
                .named("Heart rate rhythm", "1", "")
                .observed(Ward.code("11616-4", "Heart rate"), Ward.quantity("150", "/min"));
        assertThat(missing(ward, Parameter.HEART_RATE)).isEqualTo("heart rate: not recorded");
    }

    @Test
    void readsABloodPressureThatStandsInWords() {
        Ward ward = Ward.aMan().told("Blood pressure", "92/54 mmHg");
        assertThat(only(ward, "8480-6").value()).isEqualByComparingTo("92");
        assertThat(only(ward, "8462-4").value()).isEqualByComparingTo("54");
    }

    @Test
    void whatWasNotReadIsNotCalledNotRecorded() {
        Ward ward = Ward.aMan().covered("Observation", new Coverage.Outcome.NotPermitted());
        assertThat(missing(ward, Parameter.HEART_RATE))
                .isEqualTo("heart rate: not found in what was read (not-permitted)");
    }

    @ParameterizedTest
    @CsvSource({
        "A, ALERT",
        "Alert and oriented x3, ALERT",
        "'Alert, no confusion', ALERT",
        "New confusion, CONFUSED",
        "'Alert, new confusion', CONFUSED",
        "C, CONFUSED",
        "V, VOICE",
        "V - Voice, VOICE",
        "Drowsy, VOICE",
        "Responds to pain, PAIN",
        "U, UNRESPONSIVE",
        "Unresponsive, UNRESPONSIVE"
    })
    void understandsTheWordsForConsciousness(String words, Consciousness expected) {
        assertThat(findings(Ward.aMan().said("80288-4", words))
                        .consciousness()
                        .value()
                        .orElseThrow()
                        .value())
                .isEqualTo(expected);
    }

    @Test
    void aDeniedOrUnknownWordIsNoLevelOfConsciousness() {
        for (String words : List.of("Not alert", "see note")) {
            assertThat(findings(Ward.aMan().said("80288-4", words)).consciousness())
                    .isInstanceOf(Lookup.Absent.class);
        }
    }

    @Test
    void readsConsciousnessByCodeWhereTheWordsAreUnknown() {
        Ward ward = Ward.aMan().answered("67775-7", "http://loinc.org", "LA17108-4", "2");
        assertThat(findings(ward).consciousness().value().orElseThrow().value()).isEqualTo(Consciousness.VOICE);
    }

    @Test
    void aComaScoreBelowFifteenIsNotAlertAndFifteenIs() {
        assertThat(consciousness(Ward.aMan().measured("9269-2", "15", "{score}")))
                .isEqualTo(Consciousness.ALERT);
        assertThat(consciousness(Ward.aMan().measured("9269-2", "14", "{score}")))
                .isEqualTo(Consciousness.BELOW_FIFTEEN);
    }

    @Test
    void addsUpAComaScoreOfItsPartsInNumbersAndInWords() {
        Ward numbers = Ward.aMan()
                .panel("35088-4", "9267-6", "3", "{score}", "9270-0", "4", "{score}", "9268-4", "6", "{score}");
        assertThat(findings(numbers).coma().value().orElseThrow().text()).isEqualTo("E3 V4 M6 = 13");
        Ward words = Ward.aMan()
                .told("GCS - Eye Opening", "To Speech")
                .told("GCS - Verbal Response", "Confused")
                .told("GCS - Motor Response", "Obeys Commands");
        assertThat(findings(words).coma().value().orElseThrow().value()).isEqualByComparingTo("13");
    }

    @Test
    void anUntestableVerbalResponseMakesNoComaScore() {
        Ward ward = Ward.aMan()
                .told("GCS - Eye Opening", "None")
                .told("GCS - Verbal Response", "No Response-ETT")
                .told("GCS - Motor Response", "Obeys Commands");
        assertThat(findings(ward).coma()).isInstanceOf(Lookup.Absent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Room air, false",
        "None, false",
        "Nasal cannula, true",
        "'BiPAP 15/5, FiO2 0.35', true",
        "Venturi 28%, true",
        "0 L/min, false",
        "15 L via reservoir mask, true",
        "High flow nasal cannula, true",
        "Endotracheal tube, true"
    })
    void understandsTheWordsForOxygenAndAir(String words, boolean oxygen) {
        assertThat(findings(Ward.aMan().told("O2 Delivery Device(s)", words))
                        .oxygen()
                        .value()
                        .orElseThrow()
                        .value())
                .isEqualTo(oxygen);
    }

    @Test
    void readsOxygenFromFlowShareAndTheCodeOfRoomAir() {
        assertThat(oxygen(Ward.aMan().measured("3151-8", "2", "L/min"))).isTrue();
        assertThat(oxygen(Ward.aMan().measured("3151-8", "0", "L/min"))).isFalse();
        assertThat(oxygen(Ward.aMan().measured("3150-6", "21", "%"))).isFalse();
        assertThat(oxygen(Ward.aMan().measured("3150-6", "0.24", "1"))).isTrue();
        assertThat(oxygen(Ward.aMan().panel("59408-5", "59408-5", "92", "%", "3151-8", "6", "L/min")))
                .isTrue();
        CodeableConcept roomAir = new CodeableConcept().setText("Breathing room air");
        roomAir.addCoding().setSystem("http://snomed.info/sct").setCode("722742002");
        assertThat(oxygen(Ward.aMan().observed(roomAir, new BooleanType(true)))).isFalse();
        assertThat(oxygen(Ward.aMan().observed(roomAir, null))).isFalse();
    }

    @Test
    void citesTheFactOfEveryInput() {
        assertThat(only(Ward.aMan().measured("8867-4", "72", "/min"), "8867-4").source())
                .contains(CitationId.parse("V1").orElseThrow());
    }

    private static Measured<BigDecimal> only(Ward ward, String code) {
        return findings(ward).number(parameter(code)).value().orElseThrow();
    }

    private static String missing(Ward ward, Parameter parameter) {
        return ((Lookup.Absent<BigDecimal>) findings(ward).number(parameter))
                .missing()
                .sentence();
    }

    private static Consciousness consciousness(Ward ward) {
        return findings(ward).consciousness().value().orElseThrow().value();
    }

    private static boolean oxygen(Ward ward) {
        return findings(ward).oxygen().value().orElseThrow().value();
    }

    private static Findings findings(Ward ward) {
        return Findings.at(ward.chart(), Ward.NOON, Limits.INPATIENT);
    }

    private static Parameter parameter(String code) {
        return InputTable.named(new Concept(code, List.of(new Concept.Coding("http://loinc.org", code, ""))))
                .orElseThrow();
    }
}
