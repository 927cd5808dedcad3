package org.anamnesis.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DosingTest {

    @ParameterizedTest
    @CsvSource({
        "5 mg BID, 2",
        "5 mg twice daily, 2",
        "500 mg PO qds, 4",
        "4 mg IV every 8 h PRN, 3",
        "2.5 mg nebulised 4 hourly, 6",
        "24 units SC once daily at 22:00, 1",
        "80 mg qHS, 1",
        "1 g three times a day, 3",
        "25 mg every other day, 0.5",
        "10 mg at night, 1"
    })
    void readsHowOften(String words, String timesADay) {
        assertThat(Dosing.of(words).timesADay().orElseThrow()).isEqualByComparingTo(new BigDecimal(timesADay));
    }

    @ParameterizedTest
    @CsvSource({
        "12.5 mg PO twice daily, 12.5 mg",
        "1.0 g IV, 1 g",
        "5000 units SC once daily, 5000 unit",
        "'5,000 units SC', 5000 unit",
        "100 micrograms daily, 100 mcg",
        "0.1 units/kg/h IV, 0.1 unit/kg/h",
        "2 puffs inhaled, 2 puff"
    })
    void readsHowMuch(String words, String amount) {
        assertThat(Dosing.of(words).amounts())
                .singleElement()
                .extracting(Dosing.Amount::text)
                .isEqualTo(amount);
    }

    @Test
    void otherDosesInTheSameUnitOrAnotherRhythmDiffer() {
        assertThat(Dosing.of("25 mg BID").differsFrom(Dosing.of("12.5 mg BID"))).isTrue();
        assertThat(Dosing.of("25 mg BID").differsFrom(Dosing.of("25 mg daily"))).isTrue();
    }

    @Test
    void whatCannotBeComparedDoesNotDiffer() {
        assertThat(Dosing.of("25 mg BID").differsFrom(Dosing.of("2 tablets"))).isFalse();
        assertThat(Dosing.of("25 mg BID").differsFrom(Dosing.of("25 mg"))).isFalse();
        assertThat(Dosing.of("200 mg on day 1 then 100 mg daily").differsFrom(Dosing.of("100 mg")))
                .isFalse();
        assertThat(Dosing.of("as directed").differsFrom(Dosing.of("100 mg"))).isFalse();
    }

    @Test
    void gramsMilligramsAndMicrogramsAreCompared() {
        assertThat(Dosing.of("1 g").differsFrom(Dosing.of("1000 mg"))).isFalse();
        assertThat(Dosing.of("1 g").differsFrom(Dosing.of("500 mg"))).isTrue();
        assertThat(Dosing.of("0.1 mg").differsFrom(Dosing.of("100 micrograms"))).isFalse();
        assertThat(Dosing.of("5 units").differsFrom(Dosing.of("5 mg"))).isFalse();
    }

    @Test
    void aDoseWithinARangeIsNoOther() {
        assertThat(Dosing.of("600 to 800 mg").differsFrom(Dosing.of("600 mg"))).isFalse();
        assertThat(Dosing.of("5-10 mg").differsFrom(Dosing.of("7.5 mg"))).isFalse();
        assertThat(Dosing.of("5-10 mg").differsFrom(Dosing.of("20 mg"))).isTrue();
    }

    @Test
    void aRateOrAConcentrationIsNoPlainDose() {
        assertThat(Dosing.of("0.1 units/kg/h").differsFrom(Dosing.of("24 units")))
                .isFalse();
    }
}
