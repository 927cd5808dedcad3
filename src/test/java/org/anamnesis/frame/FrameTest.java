package org.anamnesis.frame;

import static org.anamnesis.frame.FramedFacts.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {

    private static final String NOW = "2024-11-20T09:00:00Z";
    private static final Visit STAY = new Visit(
            new ResourceId("Encounter", "stay"),
            "p1",
            Optional.of(time("2024-03-01T22:10:00Z")),
            Optional.of(time("2024-03-09T14:00:00Z")),
            true);

    @Test
    void aWholeChartIsAsItIs() {
        Chart chart = new FramedFacts()
                .event(FactKind.RESULT, "Potassium", "2031-01-01")
                .event(FactKind.RESULT, "Sodium", "")
                .asOf(NOW);

        Framed framed = Frame.WHOLE.of(chart);

        assertThat(framed.chart().facts()).isEqualTo(chart.facts());
        assertThat(framed.leftOut()).isEmpty();
        assertThat(framed.places()).hasSize(2).containsValue(Place.WITHIN);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31T23:59:00Z, period",
        "2024-01-01,           within",
        "2024,                 within",
        "2024-06,              within",
        "2024-06-30T23:30:00Z, within",
        "2024-07-01,           period",
        "2023,                 period",
        "'',                   undated"
    })
    void aResultIsOfATimeWhereTheTwoOverlapAsExactlyAsTheyAreKnown(String taken, String place) {
        Chart chart = new FramedFacts().event(FactKind.RESULT, "Potassium", taken).asOf(NOW);

        assertPlace(asked("2024-01", "2024-06").of(chart), place);
    }

    @ParameterizedTest
    @CsvSource({
        // A problem of the present state stays whenever it began; one that is over is of the time it lasted.
        "PROBLEM,    ACTIVE,    2019-05-01, '',         within",
        "PROBLEM,    ACTIVE,    2024-10-01, '',         current",
        "PROBLEM,    ACTIVE,    '',         '',         current",
        "PROBLEM,    RESOLVED,  2019-05-01, 2024-02-01, within",
        "PROBLEM,    RESOLVED,  2019-05-01, 2020-02-01, period",
        "PROBLEM,    RESOLVED,  '',         '',         undated",
        "MEDICATION, ACTIVE,    2024-10-01, '',         current",
        "MEDICATION, STOPPED,   2019-05-01, '',         period",
        "ALLERGY,    RESOLVED,  2019-05-01, '',         current",
        "PATIENT,    FINAL,     2019-05-01, '',         current",
        "DIRECTIVE,  ACTIVE,    2024-10-01, '',         current",
        "PROCEDURE,  COMPLETED, 2019-05-01, '',         period",
        // A result without a status is no state.
        "RESULT,     UNSTATED,  2019-05-01, '',         period"
    })
    void whatIsOfThePresentStateStaysAndSaysSo(
            FactKind kind, Standing standing, String begun, String ended, String place) {
        Chart chart = new FramedFacts().fact(kind, "It", standing, begun, ended).asOf(NOW);

        assertPlace(asked("2024-01", "2024-06").of(chart), place);
    }

    @Test
    void whatIsLeftOutIsCountedByKindAndReason() {
        Chart chart = new FramedFacts()
                .event(FactKind.RESULT, "Potassium", "2019-01-01")
                .event(FactKind.RESULT, "Sodium", "2019-01-01")
                .event(FactKind.PROCEDURE, "Biopsy", "2019-01-01")
                .event(FactKind.RESULT, "Chloride", "2024-02-01")
                .asOf(NOW);

        Framed framed = asked("2024-01", "2024-06").of(chart);

        assertThat(framed.leftOut())
                .isEqualTo(Map.of(Place.OUTSIDE, Map.of(FactKind.RESULT, 2, FactKind.PROCEDURE, 1)));
        assertThat(names(framed.chart())).containsExactly("Chloride");
    }

    @Test
    void theFactsOfAVisitComeFirstWithThoseOfItsParts() {
        Chart chart = new FramedFacts()
                .encounter("icu", "stay")
                .encounter("stay", "")
                .encounter("clinic", "")
                .of("clinic", FactKind.RESULT, "In the clinic", "2024-03-02")
                .of("icu", FactKind.RESULT, "In intensive care", "2024-03-02")
                .of("stay", FactKind.RESULT, "Reported after the stay", "2024-03-12")
                .event(FactKind.RESULT, "During the stay", "2024-03-05T06:00:00+01:00")
                .event(FactKind.RESULT, "The day before", "2024-03-01T12:00:00Z")
                .asOf("2024-03-09T14:00:00Z");

        Framed framed = Frame.of(STAY).of(chart);

        assertThat(names(framed.chart()))
                .containsExactly(
                        "Encounter icu",
                        "Encounter stay",
                        "In intensive care",
                        "Reported after the stay",
                        "During the stay",
                        "Encounter clinic",
                        "In the clinic",
                        "The day before");
        assertThat(framed.ofVisit()).hasSize(5);
    }

    @Test
    void partsInACircleEnd() {
        Chart chart = new FramedFacts()
                .encounter("stay", "icu")
                .encounter("icu", "stay")
                .asOf(NOW);

        assertThat(Frame.of(STAY).of(chart).ofVisit()).hasSize(2);
    }

    @Test
    void aVisitLooksBackAYearButLosesNoHistoryToThat() {
        Chart chart = new FramedFacts()
                .event(FactKind.RESULT, "Half a year before", "2023-09-01")
                .event(FactKind.RESULT, "Two years before", "2022-03-01")
                .event(FactKind.NOTE, "Old letter", "2022-03-01")
                .event(FactKind.PROCEDURE, "Bypass", "2010-03-01")
                .fact(FactKind.PROBLEM, "Past cancer", Standing.RESOLVED, "2008-01-01", "2009-01-01")
                .event(FactKind.IMMUNIZATION, "Tetanus", "2015-01-01")
                .asOf("2024-03-09T14:00:00Z");

        Framed framed = Frame.of(STAY).of(chart);

        assertThat(names(framed.chart())).containsExactly("Half a year before", "Bypass", "Past cancer", "Tetanus");
        assertThat(framed.places()).containsValue(Place.HISTORY);
        assertThat(framed.leftOut())
                .isEqualTo(Map.of(Place.OUTSIDE, Map.of(FactKind.RESULT, 1, FactKind.NOTE, 1)));
    }

    @Test
    void aTimeThatIsAskedForGoesBeforeTheLookBack() {
        Chart chart = new FramedFacts()
                .event(FactKind.PROCEDURE, "Bypass", "2010-03-01")
                .event(FactKind.RESULT, "Two years before", "2022-03-01")
                .asOf("2024-03-09T14:00:00Z");
        Span years = new Span(Optional.of(time("2022")), Optional.of(time("2022")), true);

        Framed framed = Frame.of(STAY).with(Optional.of(years), false).of(chart);

        assertThat(names(framed.chart())).containsExactly("Two years before");
    }

    @Test
    void afterAVisitIsOverNothingLaterCountsButAnAllergy() {
        Chart chart = new FramedFacts()
                .event(FactKind.RESULT, "Later result", "2024-05-01")
                .fact(FactKind.MEDICATION, "Begun later", Standing.ACTIVE, "2024-05-01", "")
                .fact(FactKind.PROBLEM, "Later problem", Standing.ACTIVE, "2024-05-01", "")
                .fact(FactKind.ALLERGY, "Later allergy", Standing.ACTIVE, "2024-05-01", "")
                .fact(FactKind.PLAN, "Appointment", Standing.PLANNED, "2024-05-01", "")
                .fact(FactKind.MEDICATION, "Taken then", Standing.ACTIVE, "2023-05-01", "")
                .asOf("2024-03-09T14:00:00Z");

        Framed framed = Frame.of(STAY).of(chart);

        assertThat(names(framed.chart())).contains("Later allergy", "Taken then").doesNotContain("Later result");
        assertThat(framed.leftOut().get(Place.LATER))
                .isEqualTo(Map.of(FactKind.RESULT, 1, FactKind.MEDICATION, 1, FactKind.PROBLEM, 1));
    }

    @Test
    void aMomentThatTheCallerSetsEndsTheChartToo() {
        Chart chart = new FramedFacts()
                .event(FactKind.RESULT, "On the day", "2024-03-09")
                .event(FactKind.RESULT, "The day after", "2024-03-10")
                .asOf("2024-03-09");

        assertThat(names(Frame.WHOLE.with(Optional.empty(), true).of(chart).chart())).containsExactly("On the day");
        assertThat(Frame.WHOLE.of(chart).chart().facts()).hasSize(2);
    }

    @Test
    void aVisitThatGoesOnHasNoEnd() {
        Visit open = new Visit(STAY.encounter(), "p1", STAY.start(), Optional.empty(), false);
        Chart chart = new FramedFacts()
                .event(FactKind.RESULT, "This morning", "2177-11-20")
                .asOf(NOW);

        Framed framed = Frame.of(open).of(chart);

        assertThat(framed.ofVisit()).hasSize(1);
        assertThat(framed.leftOut()).isEmpty();
    }

    private static Frame asked(String start, String end) {
        return Frame.WHOLE.with(Optional.of(new Span(Optional.of(time(start)), Optional.of(time(end)), true)), false);
    }

    private static void assertPlace(Framed framed, String place) {
        String is = framed.places().values().stream()
                .findFirst()
                .or(() -> framed.leftOut().keySet().stream().findFirst())
                .map(Place::code)
                .orElseThrow();
        assertThat(is).isEqualTo(place);
        assertThat(framed.chart().facts()).hasSize(place.equals("period") ? 0 : 1);
    }

    private static List<String> names(Chart chart) {
        return chart.facts().stream().map(fact -> fact.concept().text()).toList();
    }
}
