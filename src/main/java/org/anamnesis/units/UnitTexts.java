package org.anamnesis.units;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Units as people and laboratories write them, as UCUM codes. Only what can mean one thing: "oz" is a weight or a volume,
 * "units" are of any kind, "F" is a farad.
 */
final class UnitTexts {

    private static final int MAX_LENGTH = 40;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern AROUND_SLASH = Pattern.compile("\\s*/\\s*|\\s+per\\s+");

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** {@code x 10^9}, {@code ×10³}, {@code 10e6} and {@code 10³}: the power is marked or its digits are raised. */
    private static final Pattern POWER =
            Pattern.compile("^(?:[x×] ?)?10(?:[*^]|e(?=\\d)|(?=[" + RAISED + "]))([\\d" + RAISED + "]{1,2})(?=[ /])");

    private static final Pattern TEN = Pattern.compile("10\\*\\d{1,2}");

    /** Whole texts, in lower case. */
    private static final Map<String, String> WHOLE = byText(
            "/min: bpm|per minute|per min|/minute|{beats}/min|{breaths}/min",
            "mm[Hg]: mm hg|mmhg|mm[hg]|torr",
            "cm[H2O]: cmh2o|cm h2o|cm[h2o]",
            "Cel: °c|degc|deg c|celsius|degrees c|degrees celsius",
            "[degF]: °f|degf|deg f|fahrenheit|degrees f|degrees fahrenheit|[degf]",
            "10*3/uL: k/ul|k/cumm|10^3/ul|x10^3/ul|10*3/ul|x10e3/ul|10e3/ul|thou/ul|thousand/ul|x10(3)/ul",
            "10*6/uL: m/ul|m/cumm|10^6/ul|x10^6/ul|10*6/ul|x10e6/ul|10e6/ul|mill/ul|million/ul|x10(6)/ul",
            "10*9/L: 10^9/l|x10^9/l|10*9/l|x10e9/l|10e9/l|x10(9)/l",
            "10*12/L: 10^12/l|x10^12/l|10*12/l|x10e12/l|10e12/l|x10(12)/l",
            "mL/min/{1.73_m2}: ml/min/1.73m2|ml/min/1.73 m2|ml/min/1.73m^2|ml/min/1.73 m^2|ml/min/1.73m²|ml/min/1.73 m²"
                    + "|ml/min/1.73sq m|ml/min/{1.73_m2}",
            "U/L: u/l",
            "[IU]/L: iu/l",
            "kg/m2: kg/m^2|kg/m²|kg/sq m");

    /** Parts of a compound, in lower case. */
    private static final Map<String, String> PARTS = byText(
            "kg: kg|kgs|kilogram|kilograms",
            "g: g|gm|gms|gram|grams",
            "mg: mg|mgs|milligram|milligrams",
            "ug: ug|mcg|µg|microgram|micrograms",
            "ng: ng|nanogram|nanograms",
            "pg: pg|picogram|picograms",
            "[lb_av]: lb|lbs|pound|pounds|[lb_av]",
            "L: l|liter|liters|litre|litres",
            "dL: dl|deciliter|decilitre",
            "mL: ml|cc|milliliter|milliliters|millilitre|millilitres",
            "uL: ul|µl|microliter|microlitre|mm3|mm^3|cumm",
            "fL: fl",
            "mol: mol",
            "mmol: mmol|millimol|millimole|millimoles",
            "umol: umol|µmol",
            "nmol: nmol",
            "pmol: pmol",
            "meq: meq|meq.|milliequivalent|milliequivalents",
            "osm: osm",
            "mosm: mosm|mosmol",
            "[IU]: iu",
            "m[IU]: miu",
            "u[IU]: uiu|µiu",
            "s: s|sec|secs|second|seconds",
            "min: min|mins|minute|minutes",
            "h: h|hr|hrs|hour|hours",
            "d: d|day|days",
            "wk: wk|wks|week|weeks",
            "mo: month|months",
            "a: yr|yrs|year|years",
            "ms: ms|msec",
            "m: m|meter|meters|metre|metres",
            "cm: cm|cms|centimeter|centimeters|centimetre|centimetres",
            "mm: mm|millimeter|millimeters|millimetre|millimetres",
            "[in_i]: in|inch|inches|[in_i]",
            "[ft_i]: feet|foot",
            "m2: m2|m^2|m²",
            "kPa: kpa",
            "kcal: kcal",
            "%: %|percent",
            "[HPF]: hpf|[hpf]",
            "[LPF]: lpf|[lpf]",
            "[CFU]: cfu|[cfu]",
            "k[IU]: kiu",
            "1: beats|beat|breaths|breath|cells|cell");

    private UnitTexts() {}

    static Optional<String> codeOf(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = AROUND_SLASH
                .matcher(SPACES.matcher(text.strip()).replaceAll(" "))
                .replaceAll("/")
                .replace('μ', 'µ');
        return isMisleading(plain)
                ? Optional.empty()
                : Optional.ofNullable(WHOLE.get(lower(plain))).or(() -> compound(lowered(power(plain))));
    }

    /** A power of ten in UCUM's spelling. */
    private static String power(String text) {
        Matcher power = POWER.matcher(text);
        return power.find() ? "10*" + lowered(power.group(1)) + text.substring(power.end()) : text;
    }

    /** Raised digits on the line. */
    private static String lowered(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('μ', 'µ');
    }

    static Optional<String> temperatureCodeOf(String text) {
        return switch (text.strip()) {
            case "F", "f" -> Optional.of("[degF]");
            case "C", "c" -> Optional.of("Cel");
            default -> codeOf(text).filter(Temperatures::isScale);
        };
    }

    private static Optional<String> compound(String text) {
        StringBuilder code = new StringBuilder();
        String[] parts = text.split("/", -1);
        for (int place = 0; place < parts.length; place++) {
            String part = part(parts[place], place == 0 && parts.length > 1);
            if (part == null) {
                return Optional.empty();
            }
            code.append(place == 0 ? "" : "/").append(place == 0 && part.equals("1") ? "" : part);
        }
        return Optional.of(code.toString()).filter(known -> !known.isEmpty());
    }

    private static @Nullable String part(String text, boolean counts) {
        if (counts && text.isEmpty()) {
            return "1";
        }
        return counts && TEN.matcher(text).matches() ? text : PARTS.get(lower(text));
    }

    /** A capital that makes another unit: Mg is a megagram or the metal, M is molar or a million. */
    private static boolean isMisleading(String text) {
        return text.startsWith("Mg") || text.startsWith("Pg") || text.startsWith("Mm") || text.equals("M");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Rows of {@code code: text|text}. */
    private static Map<String, String> byText(String... rows) {
        Map<String, String> codes = new HashMap<>();
        for (String row : rows) {
            int colon = row.indexOf(": ");
            for (String text : row.substring(colon + 2).split("\\|", -1)) {
                codes.put(Objects.requireNonNull(text), row.substring(0, colon));
            }
        }
        return Map.copyOf(codes);
    }
}
