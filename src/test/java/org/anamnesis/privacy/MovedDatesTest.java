package org.anamnesis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A date that leaves the product is another day in the same form. */
class MovedDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "2024-03-04 ~ 2024-02-26",
                "3/4/2024 ~ 2/26/2024",
                "03/04/2024 ~ 02/26/2024",
                "03/4/2024 ~ 2/26/2024",
                "10/4/2024 ~ 9/27/2024",
                "4 March 2024 ~ 26 February 2024",
                "4 Mar 2024 ~ 26 Feb 2024",
                "March 4, 2024 ~ February 26, 2024",
                "Mar 4, 2024 ~ Feb 26, 2024",
                "4 jan 2024 ~ 4 jan 2024",
                "8 Jan 2024 ~ 1 Jan 2024",
                "25 Dec 2024 ~ 18 Dec 2024",
                "Sept 10, 2024 ~ September 3, 2024",
            })
    void aDateKeepsItsForm(String written, String aWeekBefore) {
        assertThat(MovedDates.moved(written, -7)).isEqualTo(aWeekBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "13/40/2024", "31 June 2024", "soon", "2024-03-04 today", "March 2024"})
    void whatIsNoDayOfACalendarIsNoDateAndStays(String written) {
        assertThat(MovedDates.isOne(written)).isFalse();
        assertThat(MovedDates.moved(written, -7)).isEqualTo(written);
    }

    @Test
    void onlyDaysThatThereAreAreFoundInAText() {
        String text = "On 2024-02-30 no, on 2024-02-29 yes, on 1 May 2023 yes.";
        assertThat(MovedDates.find(text))
                .extracting(found -> found.in(text))
                .containsExactly("2024-02-29", "1 May 2023");
    }
}
