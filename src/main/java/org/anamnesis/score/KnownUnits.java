package org.anamnesis.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The units that vital signs and the laboratory values of the scores come in, in UCUM and in usual spellings. */
final class KnownUnits implements UnitConversion {

    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final BigDecimal FREEZING_FAHRENHEIT = BigDecimal.valueOf(32);
    private static final BigDecimal FREEZING_KELVIN = new BigDecimal("273.15");

    /** Each line one kind: its units with their size, the first spelling being UCUM's. */
    private static final List<String> KINDS = List.of(
            "1 /min = per minute = 1/min = /minute = min-1 = bpm = beats/min = beats/minute = beats per minute = brpm"
                    + " = breaths/min = breaths/minute = breaths per minute = {beats}/min = {breaths}/min = insp/min"
                    + " = resp/min = {resp}/min = {h.b}/min = {beat}/min = {breath}/min = resps/min = cpm",
            "1 mm[hg] = mmhg = mm hg = mm[hg]. = torr; 7.50062 kpa; 0.735559 cm[h2o] = cmh2o; 0.750062 mbar",
            "1 % = percent = %{oxygen} = %{saturation} = vol%; 100 1 = {ratio} = {fraction} = fraction = ratio",
            "1 l/min = lpm = litres/min = liters/min = l per minute = l/minute; 0.001 ml/min",
            "1 s = sec = seconds = second = secs",
            "1 {score} = score = points = {points} = {#} = 1 = /10 = {drinks}/wk = /wk = drinks = drinks/week",
            "1 10*9/l = 10^9/l = 10e9/l = x10e9/l = x10^9/l = x10*9/l = 10*3/ul = 10^3/ul = k/ul = k/mcl = thou/ul"
                    + " = 10*3/mm3 = 10^3/mm3 = 10e3/ul = x10e3/ul = k/mm3 = th/ul; 0.001 /ul = cells/ul = /mm3"
                    + " = {cells}/ul = cells/mm3 = /cmm",
            "1 mg/dl = mg% = mg/100ml; 100 g/l; 0.1 mg/l = ug/ml = mcg/ml; 0.0001 ug/l = ng/ml = mcg/l; 1000 g/dl",
            "1 umol/l = mcmol/l = micromol/l = umol/litre; 1000 mmol/l; 0.001 nmol/l",
            "1 ng/l = pg/ml; 1000 ug/l = ng/ml = mcg/l; 1000000 mg/l = ug/ml",
            "1 u/l = [iu]/l = iu/l = units/l = unit/l; 60 ukat/l = µkat/l");

    private static final List<Map<String, BigDecimal>> FACTORS =
            KINDS.stream().map(KnownUnits::factors).toList();

    /** How many mg/dl one umol/l is; for urea, how many mg/dl of urea, or of its nitrogen. */
    private static final Map<Parameter, BigDecimal> MASS_OF_MICROMOL = Map.of(
            Parameter.CREATININE, BigDecimal.ONE.divide(new BigDecimal("88.4"), EXACT),
            Parameter.BILIRUBIN, BigDecimal.ONE.divide(new BigDecimal("17.1"), EXACT),
            Parameter.UREA, new BigDecimal("0.006006"),
            Parameter.UREA_NITROGEN, new BigDecimal("0.0028014"));

    @Override
    public Optional<BigDecimal> convert(BigDecimal number, String unit, String target, Parameter measured) {
        String from = spelled(unit);
        String to = spelled(target);
        if (to.equals("cel")) {
            return celsius(number, from);
        }
        for (Map<String, BigDecimal> kind : FACTORS) {
            if (kind.containsKey(from) && kind.containsKey(to)) {
                return Optional.of(scaled(number, kind, from, to));
            }
        }
        return Optional.ofNullable(MASS_OF_MICROMOL.get(measured)).flatMap(mass -> exchanged(number, from, to, mass));
    }

    private static Optional<BigDecimal> celsius(BigDecimal number, String unit) {
        return switch (unit) {
            case "cel", "c", "degc", "deg c", "celsius" -> Optional.of(number);
            case "[degf]", "f", "degf", "deg f", "fahrenheit" ->
                Optional.of(number.subtract(FREEZING_FAHRENHEIT)
                        .multiply(BigDecimal.valueOf(5))
                        .divide(BigDecimal.valueOf(9), EXACT));
            case "k", "kelvin" -> Optional.of(number.subtract(FREEZING_KELVIN));
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> exchanged(BigDecimal number, String from, String to, BigDecimal massOfMicromol) {
        Map<String, BigDecimal> mass = kindOf("mg/dl");
        Map<String, BigDecimal> amount = kindOf("umol/l");
        if (amount.containsKey(from) && mass.containsKey(to)) {
            return Optional.of(scaled(
                    scaled(number, amount, from, "umol/l").multiply(massOfMicromol, EXACT), mass, "mg/dl", to));
        }
        if (mass.containsKey(from) && amount.containsKey(to)) {
            return Optional.of(scaled(
                    scaled(number, mass, from, "mg/dl").divide(massOfMicromol, EXACT), amount, "umol/l", to));
        }
        return Optional.empty();
    }

    private static BigDecimal scaled(BigDecimal number, Map<String, BigDecimal> kind, String from, String to) {
        return from.equals(to) ? number : number.multiply(size(kind, from)).divide(size(kind, to), EXACT);
    }

    private static BigDecimal size(Map<String, BigDecimal> kind, String unit) {
        return Optional.ofNullable(kind.get(unit)).orElseThrow();
    }

    private static Map<String, BigDecimal> kindOf(String unit) {
        return FACTORS.stream()
                .filter(kind -> kind.containsKey(unit))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, BigDecimal> factors(String kind) {
        Map<String, BigDecimal> factors = new HashMap<>();
        for (String line : kind.split("; ")) {
            String[] parts = line.split(" ", 2);
            for (String spelling : parts[1].split(" = ")) {
                factors.put(spelling, new BigDecimal(parts[0]));
            }
        }
        return Map.copyOf(factors);
    }

    private static String spelled(String unit) {
        return unit.strip()
                .toLowerCase(Locale.ROOT)
                .replace("°", "")
                .replace("µ", "u")
                .replace("μ", "u");
    }
}
