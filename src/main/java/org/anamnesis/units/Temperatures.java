package org.anamnesis.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;

/** The three scales of temperature, which differ by more than a factor and which the library leaves out. */
final class Temperatures {

    private static final String CELSIUS = "Cel";
    private static final String FAHRENHEIT = "[degF]";
    private static final String KELVIN = "K";
    private static final Set<String> SCALES = Set.of(CELSIUS, FAHRENHEIT);

    private static final BigDecimal ZERO_CELSIUS = new BigDecimal("273.15");
    private static final BigDecimal MELTING_FAHRENHEIT = new BigDecimal("32");
    private static final BigDecimal NINE = new BigDecimal("9");
    private static final BigDecimal FIVE = new BigDecimal("5");

    private Temperatures() {}

    /** Whether a code is a scale with a zero of its own; kelvins are an ordinary unit as well. */
    static boolean isScale(String code) {
        return SCALES.contains(code);
    }

    static Optional<BigDecimal> convert(BigDecimal number, String from, String to) {
        return kelvins(number, from).flatMap(kelvins -> of(kelvins, to)).map(Ucum::plain);
    }

    private static Optional<BigDecimal> kelvins(BigDecimal number, String from) {
        return switch (from) {
            case KELVIN -> Optional.of(number);
            case CELSIUS -> Optional.of(number.add(ZERO_CELSIUS));
            case FAHRENHEIT -> Optional.of(number.subtract(MELTING_FAHRENHEIT)
                    .multiply(FIVE)
                    .divide(NINE, MathContext.DECIMAL64)
                    .add(ZERO_CELSIUS));
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> of(BigDecimal kelvins, String to) {
        return switch (to) {
            case KELVIN -> Optional.of(kelvins);
            case CELSIUS -> Optional.of(kelvins.subtract(ZERO_CELSIUS));
            case FAHRENHEIT -> Optional.of(kelvins.subtract(ZERO_CELSIUS)
                    .multiply(NINE)
                    .divide(FIVE, MathContext.DECIMAL64)
                    .add(MELTING_FAHRENHEIT));
            default -> Optional.empty();
        };
    }
}
