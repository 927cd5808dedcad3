package org.anamnesis.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures over known small numbers. */
class FiguresTest {

    @Test
    void wilsonsIntervalIsThatOfTheTextbooks() {
        // Newcombe 1998, table I, method 3: 81/263, 15/148, 0/20 and 1/29.
        assertInterval(Interval.ofShare(81, 263), 0.2553, 0.3662);
        assertInterval(Interval.ofShare(15, 148), 0.0624, 0.1605);
        assertInterval(Interval.ofShare(0, 20), 0.0, 0.1611);
        assertInterval(Interval.ofShare(1, 29), 0.0061, 0.1718);
        assertThatThrownBy(() -> Interval.ofShare(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theIntervalOfAMeanHoldsTheMeanAndIsTheSameEveryTime() {
        double[] values = IntStream.range(0, 200).mapToDouble(i -> i % 2).toArray();
        Interval interval = Interval.ofMean(values);
        // 1.96 times the standard error of 200 halves.
        assertThat(interval.low()).isCloseTo(0.5 - 0.0693, within(0.02));
        assertThat(interval.high()).isCloseTo(0.5 + 0.0693, within(0.02));
        assertThat(Interval.ofMean(values)).isEqualTo(interval);
    }

    @Test
    void percentilesLieBetweenTheValues() {
        Distribution distribution = Distribution.of(List.of(40, 10, 20, 30));
        assertThat(distribution.median()).isEqualTo(25);
        assertThat(distribution.mean()).isEqualTo(25);
        assertThat(distribution.p95()).isCloseTo(38.5, within(1e-9));
        assertThat(distribution.max()).isEqualTo(40);
        assertThat(Distribution.of(Collections.nCopies(3, 7)).p95()).isEqualTo(7);
        assertThat(Distribution.of(List.of()).median()).isNaN();
    }

    @Test
    void aFigureOverNothingIsNoFigureAndReachesNothing() {
        Figure none = Figure.share("x", "x", 0, 0).wanted(Target.atLeast(0));
        assertThat(none.value()).isNaN();
        assertThat(none.interval()).isEmpty();
        assertThat(none.isMet()).isEmpty();
    }

    @Test
    void aBoundIsReachedFromItsOwnSideOnly() {
        assertThat(Figure.share("x", "x", 19, 20).wanted(Target.atLeast(0.95)).isMet())
                .contains(true);
        assertThat(Figure.share("x", "x", 18, 20).wanted(Target.atLeast(0.95)).isMet())
                .contains(false);
        assertThat(Figure.number("x", "x", 61, Figure.Unit.RESOURCES, 1)
                        .wanted(Target.atMost(60))
                        .isMet())
                .contains(false);
        assertThat(Figure.share("x", "x", 1, 2).isMet()).isEmpty();
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }
}
