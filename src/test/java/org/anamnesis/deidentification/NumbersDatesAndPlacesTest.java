package org.anamnesis.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each group of recognizers takes by itself, at the edges of what it takes. */
class NumbersDatesAndPlacesTest {

    private static List<String> found(List<Recognizer> recognizers, String text) {
        return recognizers.stream()
                .flatMap(recognizer -> recognizer.find(text, List.of()).stream())
                .map(one -> one.kind() + " " + one.in(text))
                .distinct()
                .toList();
    }

    private static List<String> phones(String text) {
        return found(List.of(Contacts.phones()), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to a.b@example.org now.                     | EMAIL a.b@example.org
            Host fe80::1ff:fe23:4567:890a was seen.           | IP_ADDRESS fe80::1ff:fe23:4567:890a
            Device 00:1A:2B:3C:4D:5E was seen.                | IP_ADDRESS 00:1A:2B:3C:4D:5E
            """)
    void addressesOfMailAndComputersHaveAForm(String text, String expected) {
        assertThat(found(Contacts.all(), text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Call 5550102 with results.                 | 5550102
            Held: +123 456 789 012 345 of him          | +123 456 789 012 345
            Held: (030) 901 82 of him                  | (030) 901 82
            Held: (212)555-0188 of him                 | (212)555-0188
            Held: 555 0102 of him                      | 555 0102
            """)
    void aTelephoneNumberHasSevenToFifteenDigits(String text, String number) {
        assertThat(phones(text)).containsExactly("PHONE " + number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call 555010 with results.",
                "Held: +123 456 789 012 3456 of him",
                "Held: 5550102 of him",
                "Held: (03 901 8212 of him",
                "Call 2024-03-04 with results.",
                "BP and HR 555 0102 of him",
                "Held: 5550/1022 of him",
            })
    void aReadingADateOrAPlainNumberIsNoTelephone(String text) {
        assertThat(phones(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MRN: AB123 here.              | RECORD_NUMBER AB123
            SSN 123-45-6789 here.         | SOCIAL_SECURITY_NUMBER 123-45-6789
            Held: 123-45-6789 here.       | SOCIAL_SECURITY_NUMBER 123-45-6789
            """)
    void aPersonsNumberIsTakenByItsNameOrItsForm(String text, String expected) {
        assertThat(found(Numbers.ofPersons(), text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pay DE89 3704 0044 0532 0130 00 here.           | ACCOUNT DE89 3704 0044 0532 0130 00
            Pay XY12 3456 7890.                        | ACCOUNT XY12 3456 7890
            Policy AB123 here.                              | HEALTH_PLAN AB123
            Extension 4471 here.                            | NUMBER 4471
            """)
    void accountsPoliciesAndOtherNumbersAreTaken(String text, String expected) {
        assertThat(found(Numbers.others(), text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MRN: AB12 here.",
                "Visit 2019 here.",
                "Chart 120/800 here.",
                "Chart 98.6123 here.",
                "Unit 5000mg here.",
                "Chart 1234 units here.",
                "Pay XY12 3456 789A here.",
            })
    void aYearAReadingADoseOrTwoDigitsAreNobodysNumber(String text) {
        assertThat(found(Numbers.ofPersons(), text)).isEmpty();
        assertThat(found(Numbers.others(), text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Seen 2024-03-04 here.              | 2024-03-04
            Seen 3.4.2024 here.                | 3.4.2024
            Seen 4th of March 2024 here.       | 4th of March 2024
            Seen March 4, 2024 here.           | March 4, 2024
            Seen March 2024 here.              | March 2024
            Seen in March here.                | March
            """)
    void aDateIsTakenInEachOfItsForms(String text, String date) {
        assertThat(found(Dates.written(), text)).contains("DATE " + date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Seen on Monday here.                     | DATE Monday
            Seen 3/2024 here.                        | DATE 3/2024
            Strength on 4/12 fell.                   | DATE 4/12
            Strength since 4/12 fell.                | DATE 4/12
            The part 4/3 fell.                       | DATE 4/3
            The part 4/7 fell.                       | DATE 4/7
            Stroke in 2019 here.                     | DATE 2019
            He is 97 years old.                      | AGE 97
            """)
    void aDayAMonthWithItsYearAndAHighAgeAreTaken(String text, String expected) {
        assertThat(found(Dates.others(), text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The part 4/4 fell.",
                "The part 1/6 fell.",
                "The part 1/8 fell.",
                "The part 1/10 fell.",
                "Strength 4/12 fell.",
                "Seen on 4/12 tablets.",
                "He is 87 years old.",
            })
    void aFractionAStrengthAndADoseAreNoDates(String text) {
        assertThat(found(Dates.others(), text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Transferred to XQRTV overnight.                    | FACILITY XQRTV
            Transferred to Xqrt overnight.                     | FACILITY Xqrt
            Lives at 44 Quarry Bend, Apt 3B since.             | ADDRESS 44 Quarry Bend, Apt 3B
            She lives in Zorkhaven since.                      | PLACE Zorkhaven
            """)
    void placesAreTakenByWhatStandsBeforeThemAndByTheirLastWord(String text, String expected) {
        assertThat(found(Places.all(), text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transferred to XQRT overnight.",
                "Transferred to XQ overnight.",
                "Transferred to Urgent Care overnight."
            })
    void aShortAbbreviationAndEverydayWordsNameNoPlace(String text) {
        assertThat(found(Places.all(), text)).isEmpty();
    }

    @Test
    void aSmallWordBetweenEverydayWordsMakesNoPlaceOfThem() {
        assertThat(found(Places.all(), "Transferred to Care at Urgent Clinic overnight."))
                .isEmpty();
    }

    @Test
    void aPatternThatMatchesNothingFindsNothing() {
        assertThat(new PatternRecognizer(Kind.NUMBER, "\\d*").find("ab", List.of()))
                .isEmpty();
    }
}
