package org.anamnesis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables behind the scores, and how tables are read. */
class TablesTest {

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyParameterHasItsRow(Parameter parameter) {
        assertThat(parameter.words()).isNotBlank();
        assertThat(InputTable.of(parameter).unit().isPresent())
                .isEqualTo(InputTable.of(parameter).plausible().isPresent());
    }

    @Test
    void readsRowsByTheNamesOfTheColumns() {
        Rows rows = read("# why\nversion | 7\nkey | words\n\na | x; y\nb |\n");
        assertThat(rows.version()).isEqualTo("7");
        assertThat(rows.rows()).hasSize(2);
        assertThat(rows.rows().getFirst().list("words")).containsExactly("x", "y");
        assertThat(rows.rows().getLast().list("words")).isEmpty();
    }

    @Test
    void refusesATableWithoutAVersionAndARowWithOtherCells() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("key | words\na | x\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("version | 1\nkey | words\na | x | y\n"))
                .withMessageContaining("\"a\"");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> read("version | 1\nkey\na\n").rows().getFirst().cell("words"));
    }

    @ParameterizedTest
    @CsvSource({"8, 3", "8.4, 3", "8.5, 3", "8.6, 1", "11, 1", "12, 0", "20.4, 0", "20.5, 2", "21, 2", "25, 3", "60, 3"
    })
    void aValueIsReadToTheDigitsOfTheTableAndATieHasMorePoints(BigDecimal value, int points) {
        assertThat(Bands.of("3: <=8; 1: 9-11; 0: 12-20; 2: 21-24; 3: >=25")
                        .of(value)
                        .points())
                .isEqualTo(points);
    }

    @Test
    void aGapOfTheTableHasThePointsOfTheWorseNeighbour() {
        Bands pulse = Bands.of("2: <40; 1: 41-50; 0: 51-100");
        assertThat(pulse.of(BigDecimal.valueOf(40)).points()).isEqualTo(2);
        assertThat(pulse.of(BigDecimal.valueOf(41)).points()).isEqualTo(1);
    }

    @Test
    void aTableOfTwoSidesGivesTheMostPointsThatHold() {
        Bands rate = Bands.of("4: >=190, <=80; 2: >=180, <=90; 1: >=150, <=110; 0: 111-149");
        assertThat(rate.of(BigDecimal.valueOf(195)).points()).isEqualTo(4);
        assertThat(rate.of(BigDecimal.valueOf(85)).points()).isEqualTo(2);
        assertThat(rate.of(BigDecimal.valueOf(120)).points()).isZero();
        assertThat(rate.of(BigDecimal.valueOf(195)).rule()).isEqualTo(">=190");
    }

    @Test
    void refusesAStepItCannotRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bands.of("1: about 9"));
    }

    private static Rows read(String text) {
        return Rows.read(new StringReader(text));
    }
}
