package org.anamnesis.digest;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.focus.WardChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a digest tells when something was: the day of the last stay, or how long before the chart's own now. */
class DigestTimesTest {

    private static final int ROOM = 4_000;

    private static List<String> lines(Chart chart) {
        return Digester.digest(chart, ROOM).lines();
    }

    private static String line(Chart chart, String id) {
        return lines(chart).stream()
                .filter(line -> line.startsWith(id + " |"))
                .findFirst()
                .orElseThrow();
    }

    private static WardChart inTheLastStay() {
        return WardChart.aWard()
                .stay("before", "2151-02-01T10:00", "2151-02-05T10:00")
                .stay("last", "2151-06-25T22:00", "2151-06-28T15:00");
    }

    @Test
    void nowIsADayCountedFromTheBeginningOfTheLastStayWhichIsDayOne() {
        assertThat(lines(WardChart.aWard()
                        .stay("last", "2151-06-25T22:00", "2151-07-03T15:00")
                        .build()))
                .contains("Now is 2151-06-30 12:00; it is day 6 from the beginning of E1.");
    }

    @Test
    void theLastOfSeveralStaysCountsAndNotOneThatIsStillToCome() {
        Chart chart = inTheLastStay()
                .stay("booked", "2151-08-01T10:00", "2151-08-02T10:00")
                .build();
        assertThat(lines(chart)).contains("Now is 2151-06-30 12:00; it is day 6 from the beginning of E2.");
    }

    @Test
    void aResultOfTheLastStayIsToldByItsDayThereEvenBeforeTheHourOfAdmission() {
        Chart chart = inTheLastStay()
                .lab("Potassium", "5.9", "mmol/L", "2151-06-25T21:00")
                .lab("Sodium", "136", "mmol/L", "2151-06-28T23:00")
                .build();
        assertThat(line(chart, "L1")).endsWith(" | day 1 of E2");
        assertThat(line(chart, "L2")).endsWith(" | day 4 of E2");
    }

    @Test
    void aResultFromBeforeOrAfterTheLastStayIsToldByItsDistanceFromNow() {
        Chart chart = inTheLastStay()
                .lab("Potassium", "5.9", "mmol/L", "2151-06-24T21:00")
                .lab("Sodium", "136", "mmol/L", "2151-06-29T08:00")
                .build();
        assertThat(line(chart, "L1")).endsWith(" | 6 d before now");
        assertThat(line(chart, "L2")).endsWith(" | 1 d before now");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-20, 0 d before now",
        "2024-09-22, 59 d before now",
        "2024-09-21, 1 mo before now",
        "2022-11-21, 23 mo before now",
        "2022-11-20, 2 y before now",
        "2012-01-01, 12 y before now",
    })
    void whatIsFurtherBackIsToldInDaysThenMonthsThenYears(String taken, String told) {
        Chart chart = aChart().result("Potassium", "5.9", "mmol/L", taken).build();
        assertThat(line(chart, "L1")).endsWith(" | " + told);
    }

    @Test
    void aTimeAheadOfNowIsNotToldAsBeforeIt() {
        Chart chart =
                aChart().result("Potassium", "5.9", "mmol/L", "2024-11-21").build();
        assertThat(line(chart, "L1")).endsWith("| 2024-11-21");
    }

    @Test
    void aStayIsToldOnceWithItsPartsAndTheDayOfItsEnd() {
        Chart chart = WardChart.aWard()
                .stay("whole", "2151-05-01T10:00", "2151-05-20T10:00")
                .intensive("unit", "whole", "2151-05-02T10:00", "2151-05-04T10:00")
                .emergency("door", Optional.of("whole"), "2151-05-01T08:00", "2151-05-01T10:00")
                .build();
        Digest digest = Digester.digest(chart, ROOM);
        assertThat(digest.lines())
                .filteredOn(line -> line.startsWith("E1 |"))
                .singleElement()
                .asString()
                .endsWith(" | day 20 of E1 | with emergency department stay 2151-05-01 08:00 [E3];"
                        + " intensive care stay 2151-05-02 10:00 [E2]");
        assertThat(digest.lines()).noneMatch(line -> line.startsWith("E2 |") || line.startsWith("E3 |"));
        assertThat(digest.leftOut()).isEmpty();
    }

    @Test
    void staysAreToldTheNewestFirst() {
        Chart chart = WardChart.aWard()
                .stay("old", "2150-05-01T10:00", "2150-05-20T10:00")
                .stay("new", "2151-05-01T10:00", "2151-05-20T10:00")
                .build();
        assertThat(Digester.digest(chart, ROOM).included())
                .filteredOn(id -> id.kind() == FactKind.ENCOUNTER)
                .extracting(Object::toString)
                .containsExactly("E2", "E1");
    }

    @Test
    void aProblemNamedAtSeveralVisitsIsToldOnceWithTheLastTime() {
        Chart chart = aChart().problem("Asthma", Standing.ACTIVE, "2018-06-20")
                .problem("Asthma", Standing.ACTIVE, "2020-03-01")
                .problem("Gout", Standing.ACTIVE, "2020-03-02")
                .build();
        assertThat(lines(chart))
                .contains("C2 | problem | Asthma | active | since 2020-03-01 | named 2 times, last 2020-03-01")
                .contains("C3 | problem | Gout | active | since 2020-03-02");
    }
}
