package org.anamnesis.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.measure.Agreement.Pair;
import org.junit.jupiter.api.Test;

/** Cohen's kappa with quadratic weights. */
class AgreementTest {

    @Test
    void isOneWhereBothAlwaysSayTheSameAndMinusOneWhereTheyAreOpposite() {
        assertThat(kappa(List.of(new Pair(1, 1), new Pair(3, 3)))).isEqualTo(1);
        assertThat(kappa(List.of(new Pair(1, 5), new Pair(5, 1)))).isEqualTo(-1);
    }

    @Test
    void isZeroWhereOneOfThemSaysTheSameOfEverybody() {
        assertThat(kappa(List.of(new Pair(2, 1), new Pair(2, 2), new Pair(2, 3)))).isEqualTo(0);
    }

    @Test
    void weighsADifferenceByItsSquare() {
        // Two of level 1 and two of level 3; one is off by two. Observed 4 of 4 items, expected 1 - 4 * 4 / 32.
        List<Pair> pairs = List.of(new Pair(1, 1), new Pair(1, 1), new Pair(3, 3), new Pair(1, 3));
        assertThat(kappa(pairs)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void cannotBeToldWhereThereIsOneLevelOnlyOrNoItem() {
        assertThat(kappa(List.of(new Pair(2, 2), new Pair(2, 2)))).isNaN();
        assertThat(kappa(List.of())).isNaN();
    }

    @Test
    void hasAnIntervalThatHoldsItAndIsTheSameEachTime() {
        List<Pair> pairs = new ArrayList<>();
        for (int item = 0; item < 60; item++) {
            pairs.add(new Pair(1 + item % 4, 1 + (item * 7) % 4));
        }
        Figure figure = new Agreement(pairs).kappa("kappa", "kappa");
        Interval interval = figure.interval().orElseThrow();
        assertThat(figure.value()).isBetween(interval.low(), interval.high());
        assertThat(new Agreement(pairs).kappa("kappa", "kappa")).isEqualTo(figure);
    }

    private static double kappa(List<Pair> pairs) {
        return new Agreement(pairs).kappa("kappa", "kappa").value();
    }
}
