package org.anamnesis.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of a unit, told in base units.
 *
 * @param factor how many of the base units
 * @param dimensions the base units with their powers; a power of zero is left out
 */
record Magnitude(BigDecimal factor, Map<String, Integer> dimensions) {

    static final Magnitude ONE = new Magnitude(BigDecimal.ONE, Map.of());

    /** Enough that no conversion between clinical units loses a digit. */
    static final MathContext PRECISE = MathContext.DECIMAL128;

    Magnitude {
        dimensions = Map.copyOf(dimensions);
    }

    /** One of a base unit. */
    static Magnitude base(String unit) {
        return new Magnitude(BigDecimal.ONE, Map.of(unit, 1));
    }

    Magnitude times(BigDecimal number) {
        return new Magnitude(factor.multiply(number, PRECISE), dimensions);
    }

    Magnitude times(Magnitude other) {
        Map<String, Integer> powers = new TreeMap<>(dimensions);
        other.dimensions.forEach((unit, power) -> powers.merge(unit, power, Integer::sum));
        powers.values().removeIf(power -> power == 0);
        return new Magnitude(factor.multiply(other.factor, PRECISE), powers);
    }

    /** @param exponent may be negative */
    Magnitude power(int exponent) {
        Map<String, Integer> powers = new TreeMap<>();
        dimensions.forEach((unit, power) -> powers.put(unit, power * exponent));
        powers.values().removeIf(power -> power == 0);
        return new Magnitude(factor.pow(exponent, PRECISE), powers);
    }
}
