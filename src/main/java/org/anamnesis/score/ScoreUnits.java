package org.anamnesis.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.units.Ucum;

/**
 * Numbers in the unit that a score's publication uses. Beyond what UCUM converts: mass and amount of the four substances whose
 * results come in both, points without a unit, and spellings of vital signs that mean one thing beside them only.
 */
final class ScoreUnits {

    private static final String POINTS = "{score}";
    private static final Set<String> NO_UNIT = Set.of(
            "{score}", "score", "1", "points", "{points}", "{#}", "/10", "out of 10", "{drinks}/wk", "/wk", "drinks");

    private static final Map<String, String> SPELLINGS = Map.of(
            "brpm", "/min",
            "cpm", "/min",
            "insp/min", "/min",
            "resp/min", "/min",
            "lpm", "L/min",
            "{ratio}", "1",
            "{fraction}", "1",
            "fraction", "1",
            "ratio", "1");

    /** Micromol in a litre for one mg in a decilitre; the factors that laboratories use. */
    private static final Map<Parameter, BigDecimal> MICROMOL_OF_MASS = Map.of(
            Parameter.CREATININE, new BigDecimal("88.4"),
            Parameter.BILIRUBIN, new BigDecimal("17.1"),
            Parameter.UREA, new BigDecimal("166.5"),
            Parameter.UREA_NITROGEN, new BigDecimal("357"));

    private static final String MASS = "mg/dL";
    private static final String AMOUNT = "umol/L";

    private ScoreUnits() {}

    /**
     * The number in the parameter's own unit.
     *
     * @param number the number as measured
     * @param unit its unit, a UCUM code or a usual spelling
     * @param parameter what was measured
     * @return empty where the unit is not known, or is of another kind
     */
    static Optional<BigDecimal> convert(BigDecimal number, String unit, Parameter parameter) {
        String target = parameter.unit();
        if (unit.equals(target)) {
            return Optional.of(number);
        }
        if (target.equals(POINTS)) {
            return NO_UNIT.contains(unit.strip().toLowerCase(Locale.ROOT)) ? Optional.of(number) : Optional.empty();
        }
        return code(unit, parameter)
                .flatMap(code -> Ucum.convert(number, code, target).or(() -> exchanged(number, code, parameter)));
    }

    private static Optional<String> code(String unit, Parameter parameter) {
        String plain = unit.strip();
        Optional<String> spelled = Optional.ofNullable(SPELLINGS.get(plain.toLowerCase(Locale.ROOT)));
        if (spelled.isPresent()) {
            return spelled;
        }
        return parameter == Parameter.TEMPERATURE
                ? Ucum.temperatureCodeOf(plain).or(() -> Optional.of(plain).filter(Ucum::isValid))
                : Optional.of(plain).filter(Ucum::isValid).or(() -> Ucum.codeOf(plain));
    }

    /** Through mg/dL and umol/L. */
    private static Optional<BigDecimal> exchanged(BigDecimal number, String code, Parameter parameter) {
        return Optional.ofNullable(MICROMOL_OF_MASS.get(parameter)).flatMap(factor -> {
            Optional<BigDecimal> fromAmount = Ucum.convert(number, code, AMOUNT)
                    .map(amount -> amount.divide(factor, MathContext.DECIMAL64))
                    .flatMap(mass -> Ucum.convert(mass, MASS, parameter.unit()));
            Optional<BigDecimal> fromMass = Ucum.convert(number, code, MASS)
                    .map(mass -> mass.multiply(factor))
                    .flatMap(amount -> Ucum.convert(amount, AMOUNT, parameter.unit()));
            return fromAmount.or(() -> fromMass);
        });
    }
}
