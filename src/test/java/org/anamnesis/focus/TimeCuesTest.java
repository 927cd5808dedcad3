package org.anamnesis.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.anamnesis.chart.ClinicalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCuesTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2151-06-30T12:00");

    private static List<String> spans(String question) {
        return TimeCues.take(new Wording(question), NOW).stream()
                .map(Window::words)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        in 2150                          | from 2150-01-01 until 2150-12-31
        since 2150                       | from 2150-01-01
        until 2150                       | until 2150-12-31
        before 2150                      | until 2150-01-01
        in 09/2150                       | from 2150-09-01 until 2150-09-30
        since 09/2150                    | from 2150-09-01
        in 04/this year                  | from 2151-04-01 until 2151-04-30
        in 04/last year                  | from 2150-04-01 until 2150-04-30
        on last month/12                 | from 2151-05-12 until 2151-05-12
        on this month/02                 | from 2151-06-02 until 2151-06-02
        this year                        | from 2151-01-01 until 2151-12-31
        last month                       | from 2151-05-01 until 2151-05-31
        last week                        | from 2151-06-21 until 2151-06-27
        today                            | from 2151-06-30 until 2151-06-30
        on 15 March                      | from 2151-03-15 until 2151-03-15
        on November 15th                 | from 2150-11-15 until 2150-11-15
        on 15 Nov 2149                   | from 2149-11-15 until 2149-11-15
        in November 2149                 | from 2149-11-01 until 2149-11-30
        on 2151-05-04                    | from 2151-05-04 until 2151-05-04
        since 31/05/2151                 | from 2151-05-31
        since 05/31/2151                 | from 2151-05-31
        during in 2150                   | from 2150-01-01 until 2150-12-31
        in the last 3 days               | from 2151-06-27 12:00 until 2151-06-30 12:00
        over the past week               | from 2151-06-23 12:00 until 2151-06-30 12:00
        between 04/2151 and 05/2151      | from 2151-04-01 until 2151-05-31
        at 2151-05-04 10:30:15           | from 2151-05-04 10:30 until 2151-05-04 10:30
        """)
    void readsTheManyFormsOfATime(String words, String span) {
        assertThat(spans("What was the potassium " + words + "?")).containsExactly(span);
    }

    @Test
    void readsADateThatCanBeTwoDaysAsBoth() {
        assertThat(spans("What was given on 07/03/2151?"))
                .containsExactly("from 2151-07-03 until 2151-07-03", "from 2151-03-07 until 2151-03-07");
    }

    @Test
    void readsMonthsAgoAsTheMonthAndAsTheExactTimeBack() {
        assertThat(spans("since 2 months ago")).containsExactly("from 2151-04-01", "from 2151-04-30 12:00");
        assertThat(spans("until yesterday")).containsExactly("until 2151-06-29", "until 2151-06-29 12:00");
    }

    @Test
    void countsBackFromTheQuestionsNowNeverFromTheClock() {
        List<Window> windows = TimeCues.take(new Wording("this month"), LocalDateTime.parse("2110-02-10T08:00"));
        assertThat(windows).extracting(Window::words).containsExactly("from 2110-02-01 until 2110-02-28");
    }

    @Test
    void takesNoNumberForAYearAndNoDoseForADate() {
        assertThat(spans("How often was heparin 5000 units or 1/2 tablet given?"))
                .containsExactly("at any time");
        assertThat(spans("on 31/02/2151")).containsExactly("at any time");
    }

    @Test
    void holdsATimeOnlyAsExactlyAsItIsKnown() {
        Window may = TimeCues.take(new Wording("in 05/2151"), NOW).getFirst();
        assertThat(may.holds(WardChart.time("2151-05-31T23:59"))).isTrue();
        assertThat(may.holds(WardChart.time("2151-06-01T00:00"))).isFalse();
        assertThat(may.holds(ClinicalTime.day(LocalDate.parse("2151-05-01")))).isTrue();
    }
}
