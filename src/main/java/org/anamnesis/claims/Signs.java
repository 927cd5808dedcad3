package org.anamnesis.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Words for a vital sign that is out of its range: tachycardic is a heart rate above 100. */
final class Signs {

    private static final BigDecimal HOTTEST_CELSIUS = new BigDecimal("50");
    private static final BigDecimal FEVER_CELSIUS = new BigDecimal("38");
    private static final BigDecimal FEVER_FAHRENHEIT = new BigDecimal("100.4");

    /** Bounds as in NEWS2 and SIRS where textbooks differ. */
    private record Sign(String vital, Predicate<BigDecimal> shows) {}

    private static final Map<List<String>, Sign> SIGNS = Map.of(
            Phrases.stems("tachycardia"), new Sign("heart rate", over("100")),
            Phrases.stems("bradycardia"), new Sign("heart rate", under("60")),
            Phrases.stems("tachypneic"), new Sign("respiratory rate", over("20")),
            Phrases.stems("tachypnea"), new Sign("respiratory rate", over("20")),
            Phrases.stems("hypotension"), new Sign("blood pressure", under("100")),
            Phrases.stems("hypoxia"), new Sign("oxygen saturation", under("92")),
            Phrases.stems("fever"), new Sign("body temperature", Signs::isFever),
            Phrases.stems("afebrile"), new Sign("body temperature", number -> !isFever(number)));

    private Signs() {}

    /** The vital signs that show it; empty where the words are of no sign. */
    static Optional<List<FactView>> of(ChartView chart, List<String> stems) {
        return Optional.ofNullable(SIGNS.get(stems))
                .map(sign -> chart.saying(Phrases.stems(sign.vital())).stream()
                        .filter(view -> view.numbers().stream()
                                .anyMatch(number -> sign.shows().test(number.value())))
                        .toList());
    }

    private static boolean isFever(BigDecimal number) {
        BigDecimal bound = number.compareTo(HOTTEST_CELSIUS) < 0 ? FEVER_CELSIUS : FEVER_FAHRENHEIT;
        return number.compareTo(bound) >= 0;
    }

    private static Predicate<BigDecimal> over(String bound) {
        return number -> number.compareTo(new BigDecimal(bound)) > 0;
    }

    private static Predicate<BigDecimal> under(String bound) {
        return number -> number.compareTo(new BigDecimal(bound)) < 0;
    }
}
