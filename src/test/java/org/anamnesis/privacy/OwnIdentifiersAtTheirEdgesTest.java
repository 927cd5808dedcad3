package org.anamnesis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Demographics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the EHR's own words is enough to find the patient by, and what is too little. */
class OwnIdentifiersAtTheirEdgesTest {

    private static Demographics named(String... identifying) {
        return new Demographics(
                "p",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(identifying));
    }

    private static List<String> found(Demographics patient, String text) {
        return OwnIdentifiers.of(patient).find(text).stream()
                .map(one -> one.in(text))
                .toList();
    }

    @Test
    void nameAndRecordNumberCountThoughTheyStandNowhereElse() {
        Demographics patient = new Demographics(
                "p",
                Optional.of("Zoë García"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("00471193"),
                false,
                List.of());
        assertThat(found(patient, "Zoe Garcia, 00471193, is well.")).containsExactly("Zoe Garcia", "00471193");
    }

    @Test
    void aYearOfBirthWithoutADayIsNoIdentifier() {
        Demographics patient = new Demographics(
                "p",
                Optional.empty(),
                Optional.of(new ClinicalTime(
                        LocalDate.of(1951, 1, 1).atStartOfDay(), Optional.empty(), ClinicalTime.Precision.YEAR)),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
        assertThat(found(patient, "Born 1951-01-01, stroke on 1/1/1951.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ng, Ng was seen and ng tube placed, Ng",
        "Oye, oye was seen, oye",
        "X, X was seen, ''",
    })
    void aNameOfTwoLettersNeedsItsCapitalAndOneLetterNamesNobody(String name, String text, String expected) {
        assertThat(found(named(name), text)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "4711, room 4711 booked, 4711",
        "471, room 471 booked, ''",
        "445550102030, call 5550102030 now, 5550102030",
        "5550102030, call 555-010-2030 now, 555-010-2030",
        "ABCDE4711, 4711 is his, 4711",
        "ABCDEF4711, 4711 is his, ''",
        "ABCDEF4711, abcdef-4711 is his, abcdef-4711",
        "AB471, 471 beats, ''",
        "14 Elm Street, at 14 elm street, 14 elm street",
        "3104 Elm Street, at 3-104 Elm Street, 3-104 Elm Street",
        "'...', nothing ... here, ''",
    })
    void ofANumberFourDigitsAreEnoughAndOfALongOneItsEnd(String value, String text, String expected) {
        assertThat(found(named(value), text)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void eachHalfOfADoubleNameCountsByItselfButNotEachWordOfAnAddress() {
        assertThat(found(named("García-Thornfield"), "Ms. Thornfield, née garcia"))
                .containsExactly("Thornfield", "garcia");
        assertThat(found(named("García-Li"), "Li was seen")).isEmpty();
        assertThat(found(named("Harrow Creek"), "a creek near Harrow")).isEmpty();
    }

    @Test
    void aNameThatIsADiseasesNameTooIsFoundOnlyWhereItNamesThePatient() {
        assertThat(found(named("Parkinson"), "Parkinson disease was excluded. Mr. Parkinson left."))
                .containsExactly("Parkinson");
    }

    @Test
    void theDayOfBirthIsFoundWithOneDigitOrTwo() {
        Demographics patient = new Demographics(
                "p",
                Optional.empty(),
                Optional.of(ClinicalTime.day(LocalDate.of(1951, 3, 4))),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
        assertThat(found(patient, "b. 4 March 1951, 03/04/1951, 1951-3-4; not 1951-03-05"))
                .containsExactly("4 March 1951", "03/04/1951", "1951-3-4");
    }
}
