package org.anamnesis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Demographics;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scores of the bedside: NEWS2, MEWS, PEWS, MEOWS, qSOFA, SIRS, shock index, GCS. */
class EarlyWarningTest {

    @Test
    void news2OfUsualValuesIsZeroAndShowsSevenInputsWithTheirSources() {
        Outcome.Computed score = Ward.aMan().well().computed(Scores.NEWS2);
        assertThat(score.total()).isEqualByComparingTo("0");
        assertThat(score.band().name()).isEqualTo("low");
        assertThat(score.components()).hasSize(7).allSatisfy(part -> {
            assertThat(part.inputs()).isNotEmpty();
            assertThat(part.inputs().getFirst().source()).isPresent();
            assertThat(part.inputs().getFirst().time()).isPresent();
        });
    }

    @Test
    void news2IsNotMadeForChildrenAndPregnantWomenAndSaysWhy() {
        assertThat(Ward.aMan().born("2010-01-01").well().outcome(Scores.NEWS2))
                .isEqualTo(new Outcome.NotApplicable("made for people of 16 years and over; the patient is 14 years"));
        assertThat(Ward.aWoman().has("Pregnancy", "2024-01-01").well().outcome(Scores.NEWS2))
                .isInstanceOf(Outcome.NotApplicable.class);
    }

    @Test
    void aPregnancyThatNobodyClosedEndsWithTheTimeItCanLast() {
        assertThat(Ward.aWoman().has("Pregnancy", "2021-01-01").well().outcome(Scores.NEWS2))
                .isInstanceOf(Outcome.Computed.class);
    }

    @Test
    void saysThatNoPregnancyIsDocumentedWhereThatDecides() {
        assertThat(Ward.aWoman().well().computed(Scores.NEWS2).notes())
                .anySatisfy(note -> assertThat(note).contains("No pregnancy is documented"));
        assertThat(Ward.aMan().well().computed(Scores.NEWS2).notes()).isEmpty();
    }

    @Test
    void withoutADateOfBirthNoScoreIsMadeUp() {
        assertThat(Ward.somebody().well().lacking(Scores.NEWS2).missing())
                .extracting(Missing::name)
                .containsExactly("date of birth");
    }

    @Test
    void aYearOfBirthIsEnoughWhereItDecides() {
        assertThat(Ward.somebody().born("1950").well().outcome(Scores.NEWS2)).isInstanceOf(Outcome.Computed.class);
        assertThat(Ward.somebody().born("2008").well().outcome(Scores.NEWS2)).isInstanceOf(Outcome.NotComputable.class);
    }

    @Test
    void theSecondScaleHoldsOnlyWhereItWasPrescribedAndOnlyForThatTime() {
        Ward plain = Ward.aMan().well().measured("59408-5", "89", "%");
        assertThat(plain.computed(Scores.NEWS2).components().get(1).name()).isEqualTo("SpO2 scale 1");
        Ward alert = Ward.aMan().well().alert("Target SpO2 88 - 92 %", "2023-01-01", "");
        assertThat(alert.computed(Scores.NEWS2).components().get(1).name()).isEqualTo("SpO2 scale 2");
        assertThat(alert.computed(Scores.NEWS2).notes().getFirst()).contains("Target SpO2 88 - 92 %");
        Ward over = Ward.aMan().well().alert("Target SpO2 88-92%", "2023-01-01", "2024-01-01");
        assertThat(over.computed(Scores.NEWS2).components().get(1).name()).isEqualTo("SpO2 scale 1");
        Ward later = Ward.aMan().well().alert("Target SpO2 88-92%", "2024-03-10T13:00:00Z", "");
        assertThat(later.computed(Scores.NEWS2).components().get(1).name()).isEqualTo("SpO2 scale 1");
    }

    @Test
    void anObservedScaleComesBeforeAnOldAlert() {
        Ward ward =
                Ward.aMan().well().alert("Target SpO2 88-92%", "2023-01-01", "").told("NEWS2 SpO2 scale", "Scale 1");
        assertThat(ward.computed(Scores.NEWS2).components().get(1).name()).isEqualTo("SpO2 scale 1");
    }

    @Test
    void aNoteAloneDoesNotChangeTheScaleAndIsNamed() {
        Chart read = Ward.aMan().well().chart();
        CitationId note = new CitationId(FactKind.NOTE, 1);
        Chart noted = new Chart(
                read.patient(),
                Stream.concat(read.facts().stream(), Stream.of(note(note))).toList(),
                List.of(new Note(
                        note,
                        new Note.Body.Text(
                                "Aim sats 88-92%.",
                                List.of(new Passage(note.sentence(1), Optional.empty(), "Aim sats 88-92%.", 0, 16))))),
                read.coverage(),
                read.asOf());
        Outcome.Computed score =
                (Outcome.Computed) Scores.of(noted).at(Scores.NEWS2, Ward.NOON).outcome();
        assertThat(score.components().get(1).name()).isEqualTo("SpO2 scale 1");
        assertThat(score.notes().getFirst()).contains("N1.1").contains("scale 1 is used");
    }

    @Test
    void withoutAnInputTheKnownPartsAreAFloorAndNoScore() {
        Ward ward = Ward.aMan().measured("9279-1", "30", "/min").measured("8867-4", "135", "/min");
        Outcome.NotComputable lacking = ward.lacking(Scores.NEWS2);
        assertThat(lacking.atLeast()).isEqualByComparingTo("6");
        assertThat(lacking.reached().orElseThrow().name()).isEqualTo("medium");
        assertThat(lacking.missing()).hasSize(5);
    }

    @Test
    void onTheSecondScaleAnUnknownOxygenAddsNothingToTheFloor() {
        Ward ward = Ward.aMan().alert("Target SpO2 88-92%", "2023-01-01", "").measured("59408-5", "98", "%");
        assertThat(ward.lacking(Scores.NEWS2).atLeast()).isEqualByComparingTo("0");
    }

    /** The cells of the table of Subbe 2001. */
    @ParameterizedTest
    @CsvSource({
        "70, 60, 12, 36.5, Alert, 3",
        "71, 60, 12, 36.5, Alert, 2",
        "81, 60, 12, 36.5, Alert, 1",
        "101, 60, 12, 36.5, Alert, 0",
        "200, 60, 12, 36.5, Alert, 2",
        "120, 39, 12, 36.5, Alert, 2",
        "120, 40, 12, 36.5, Alert, 2",
        "120, 41, 12, 36.5, Alert, 1",
        "120, 101, 12, 36.5, Alert, 1",
        "120, 111, 12, 36.5, Alert, 2",
        "120, 130, 12, 36.5, Alert, 3",
        "120, 60, 8, 36.5, Alert, 2",
        "120, 60, 9, 36.5, Alert, 0",
        "120, 60, 15, 36.5, Alert, 1",
        "120, 60, 21, 36.5, Alert, 2",
        "120, 60, 30, 36.5, Alert, 3",
        "120, 60, 12, 34.9, Alert, 2",
        "120, 60, 12, 35.0, Alert, 0",
        "120, 60, 12, 38.5, Alert, 2",
        "120, 60, 12, 36.5, Responds to voice, 1",
        "120, 60, 12, 36.5, Responds to pain, 2",
        "120, 60, 12, 36.5, Unresponsive, 3"
    })
    void mewsIsExact(String systolic, String pulse, String rate, String temperature, String level, String total) {
        Ward ward = Ward.aMan()
                .pressure(systolic, "60", "mm[Hg]")
                .measured("8867-4", pulse, "/min")
                .measured("9279-1", rate, "/min")
                .measured("8310-5", temperature, "Cel")
                .said("80288-4", level);
        assertThat(ward.total(Scores.MEWS)).isEqualTo(total);
    }

    @Test
    void newConfusionHasNoPlaceInMewsAndIsForAPerson() {
        Ward ward = Ward.aMan().well().at("2024-03-10T11:50:00Z").said("80288-4", "New confusion");
        assertThat(ward.lacking(Scores.MEWS).missing().getFirst().why()).isInstanceOf(Missing.Why.ForAPerson.class);
        assertThat(ward.total(Scores.NEWS2)).isEqualTo("3");
    }

    @Test
    void qsofaCountsALowComaScore() {
        Ward ward = Ward.aMan()
                .measured("9279-1", "22", "/min")
                .pressure("100", "60", "mm[Hg]")
                .measured("9269-2", "14", "{score}");
        assertThat(ward.total(Scores.QSOFA)).isEqualTo("3");
        assertThat(ward.computed(Scores.QSOFA).notes().getFirst()).contains("infection is suspected");
    }

    @ParameterizedTest
    @CsvSource({
        "38.0, 90, 20, 12, 0",
        "38.1, 90, 20, 12, 1",
        "35.9, 91, 20, 12, 2",
        "37, 91, 21, 3.9, 3",
        "38.1, 91, 21, 12.1, 4"
    })
    void sirsIsExact(String temperature, String pulse, String rate, String whiteCells, String total) {
        Ward ward = sirs(temperature, pulse, rate).measured("6690-2", whiteCells, "10*9/L");
        assertThat(ward.total(Scores.SIRS)).isEqualTo(total);
    }

    @Test
    void sirsTakesTheSecondSideOfACriterionWhereItWasMeasured() {
        assertThat(sirs("37", "80", "18")
                        .measured("6690-2", "8", "10*9/L")
                        .measured("764-1", "11", "%")
                        .total(Scores.SIRS))
                .isEqualTo("1");
        Ward without = Ward.aMan()
                .measured("8310-5", "37", "Cel")
                .measured("8867-4", "80", "/min")
                .measured("2019-8", "4.0", "kPa")
                .measured("6690-2", "8", "10*9/L");
        assertThat(without.total(Scores.SIRS)).isEqualTo("1");
        assertThat(sirs("37", "80", "18").lacking(Scores.SIRS).missing())
                .extracting(Missing::name)
                .containsExactly("white cell count");
    }

    @ParameterizedTest
    @CsvSource({
        "70, 140, 0.50, up to 0.7",
        "90, 120, 0.75, above 0.7",
        "110, 110, 1.00, 1.0 or more",
        "100, 105, 0.95, above 0.9"
    })
    void theShockIndexIsTheQuotient(String pulse, String systolic, String index, String band) {
        Ward ward = Ward.aMan().measured("8867-4", pulse, "/min").pressure(systolic, "60", "mm[Hg]");
        assertThat(ward.total(Scores.SHOCK_INDEX)).isEqualTo(index);
        assertThat(ward.computed(Scores.SHOCK_INDEX).band().name()).isEqualTo(band);
        assertThat(Ward.aMan()
                        .measured("8867-4", pulse, "/min")
                        .lacking(Scores.SHOCK_INDEX)
                        .missing())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"15, 13 to 15", "13, 13 to 15", "12, 9 to 12", "8, 3 to 8", "3, 3 to 8"})
    void theComaScoreFallsIntoItsBands(String total, String band) {
        assertThat(Ward.aMan()
                        .measured("9269-2", total, "{score}")
                        .computed(Scores.GCS)
                        .band()
                        .name())
                .isEqualTo(band);
    }

    /** The cells of the 2009 table that tell the age bands apart. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-10, 151, 70, 40, 1",
        "2023-09-10, 151, 90, 40, 1",
        "2023-09-10, 149, 90, 40, 0",
        "2021-03-01, 151, 100, 30, 2",
        "2016-03-01, 151, 100, 25, 4",
        "2016-03-01, 100, 100, 31, 1",
        "2010-03-01, 90, 110, 17, 1",
        "2010-03-01, 90, 85, 14, 2",
        "2010-03-01, 120, 110, 14, 2"
    })
    void pewsIsExactInItsAgeBand(String born, String pulse, String systolic, String rate, String total) {
        assertThat(child(born, pulse, systolic, rate)
                        .told("Supplemental oxygen", "Room air")
                        .total(Scores.PEWS))
                .isEqualTo(total);
    }

    @Test
    void pewsAsksForTheAmountOfOxygen() {
        Ward ward = child("2016-03-01", "90", "100", "25");
        assertThat(ward.told("Supplemental oxygen", "Face mask")
                        .lacking(Scores.PEWS)
                        .missing())
                .extracting(Missing::name)
                .containsExactly("amount of oxygen (L/min or %)");
        assertThat(child("2016-03-01", "90", "100", "25")
                        .measured("3151-8", "2", "L/min")
                        .total(Scores.PEWS))
                .isEqualTo("2");
        assertThat(child("2016-03-01", "90", "100", "25")
                        .measured("3151-8", "4", "L/min")
                        .total(Scores.PEWS))
                .isEqualTo("4");
        assertThat(child("2016-03-01", "90", "100", "25")
                        .measured("3150-6", "50", "%")
                        .total(Scores.PEWS))
                .isEqualTo("4");
    }

    @Test
    void pewsIsNotMadeForAdults() {
        assertThat(Ward.aMan().outcome(Scores.PEWS)).isInstanceOf(Outcome.NotApplicable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "37, 120, 80, 80, 16, 98, 0, no trigger",
        "38.1, 120, 80, 80, 16, 98, 2, trigger",
        "37, 155, 80, 80, 16, 98, 1, no trigger",
        "37, 155, 95, 80, 16, 98, 2, trigger",
        "37, 161, 80, 80, 16, 98, 2, trigger",
        "37, 120, 80, 121, 16, 98, 2, trigger",
        "37, 120, 80, 110, 25, 98, 2, trigger",
        "37, 120, 80, 80, 16, 94, 2, trigger"
    })
    void meowsTriggersOnOneRedOrTwoYellow(
            String temp,
            String systolic,
            String diastolic,
            String pulse,
            String rate,
            String sat,
            String total,
            String band) {
        Ward ward = Ward.aWoman()
                .has("Pregnancy", "2024-01-01")
                .measured("8310-5", temp, "Cel")
                .pressure(systolic, diastolic, "mm[Hg]")
                .measured("8867-4", pulse, "/min")
                .measured("9279-1", rate, "/min")
                .measured("59408-5", sat, "%")
                .said("80288-4", "Alert");
        assertThat(ward.total(Scores.MEOWS)).isEqualTo(total);
        assertThat(ward.computed(Scores.MEOWS).band().name()).isEqualTo(band);
    }

    @Test
    void meowsAppliesForSixWeeksAfterADeliveryAndElseSaysWhyNot() {
        assertThat(Ward.aWoman().underwent("Cesarean section", "2024-02-20").outcome(Scores.MEOWS))
                .isInstanceOf(Outcome.NotComputable.class);
        assertThat(Ward.aWoman().underwent("Cesarean section", "2023-12-20").outcome(Scores.MEOWS))
                .isInstanceOf(Outcome.NotApplicable.class);
        assertThat(Ward.aMan().outcome(Scores.MEOWS)).isInstanceOf(Outcome.NotApplicable.class);
    }

    @Test
    void readsPregnancyFromItsStatus() {
        assertThat(Ward.aWoman().well().said("82810-3", "Pregnant").outcome(Scores.NEWS2))
                .isInstanceOf(Outcome.NotApplicable.class);
        assertThat(Ward.aWoman()
                        .well()
                        .said("82810-3", "Not pregnant")
                        .computed(Scores.NEWS2)
                        .notes())
                .isEmpty();
    }

    @Test
    void theAgeIsAsExactAsTheDateOfBirth() {
        Age exact = age("2023-12-10");
        assertThat(exact.fromMonths()).isEqualTo(3);
        assertThat(age("1960").text()).isEqualTo("63 to 64 years");
        assertThat(age("1960").isAtLeast(63)).isTrue();
        assertThat(age("1960").isAtLeast(64)).isFalse();
        assertThat(age("1960").isBelow(64)).isFalse();
        assertThat(age("1960").years()).isEmpty();
    }

    private static Age age(String born) {
        ClinicalTime birth = born.length() == 4
                ? new ClinicalTime(
                        LocalDate.of(Integer.parseInt(born), 1, 1).atStartOfDay(),
                        Optional.empty(),
                        ClinicalTime.Precision.YEAR)
                : ClinicalTime.day(LocalDate.parse(born));
        Demographics patient = new Demographics(
                "1", Optional.empty(), Optional.of(birth), Optional.empty(), Optional.empty(), false, List.of());
        return Age.at(new Chart(patient, List.of(), new Coverage(List.of()), Ward.NOON), Ward.NOON)
                .orElseThrow();
    }

    private static Ward sirs(String temperature, String pulse, String rate) {
        return Ward.aMan()
                .measured("8310-5", temperature, "Cel")
                .measured("8867-4", pulse, "/min")
                .measured("9279-1", rate, "/min");
    }

    private static Ward child(String born, String pulse, String systolic, String rate) {
        return Ward.aMan()
                .born(born)
                .measured("8867-4", pulse, "/min")
                .pressure(systolic, "60", "mm[Hg]")
                .named("Capillary refill time", "2", "s")
                .measured("9279-1", rate, "/min")
                .told("Respiratory effort", "Normal")
                .measured("59408-5", "98", "%");
    }

    private static Fact note(CitationId id) {
        return new Fact(
                id,
                Concept.of("Progress note"),
                Optional.empty(),
                Standing.FINAL,
                Optional.of(Ward.NOON),
                List.of(),
                new Source("DocumentReference", "n", Optional.empty(), "DocumentReference"));
    }
}
