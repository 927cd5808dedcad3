package org.anamnesis.claims;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.units.Ucum;

/**
 * A number as written, with its unit.
 *
 * @param value the number; of {@code 136/101} the first
 * @param second the number behind a stroke
 * @param unit its UCUM code, or an own word for what UCUM does not know: tablet, unit, point
 * @param written as it stands in the text
 */
record Amount(BigDecimal value, Optional<BigDecimal> second, Optional<String> unit, String written) {

    private static final Set<String> SPANS = Set.of("s", "min", "h", "d", "wk", "mo", "a");

    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);

    /** What {@code units} can stand for, alone and before a stroke: no code says of what kind they are. */
    private static final String UNIT = "unit";

    private static final Set<String> KINDS_OF_UNIT = Set.of("[IU]", "[iU]", "U");

    /** Words that are units elsewhere. */
    private static final Set<String> NO_UNITS = Set.of("in", "a", "as", "at", "us", "m", "s");

    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("unit", "unit"),
            Map.entry("units", "unit"),
            Map.entry("iu", "unit"),
            Map.entry("tablet", "tablet"),
            Map.entry("tablets", "tablet"),
            Map.entry("tab", "tablet"),
            Map.entry("tabs", "tablet"),
            Map.entry("capsule", "capsule"),
            Map.entry("capsules", "capsule"),
            Map.entry("cap", "capsule"),
            Map.entry("caps", "capsule"),
            Map.entry("puff", "puff"),
            Map.entry("puffs", "puff"),
            Map.entry("drop", "drop"),
            Map.entry("drops", "drop"),
            Map.entry("point", "point"),
            Map.entry("points", "point"),
            Map.entry("meq", "meq"),
            Map.entry("gm", "g"),
            Map.entry("neb", "neb"),
            Map.entry("nebs", "neb"),
            Map.entry("inh", "inh"),
            Map.entry("inhalation", "inh"),
            Map.entry("pkt", "pkt"),
            Map.entry("packet", "pkt"),
            Map.entry("dose", "dose"),
            Map.entry("bag", "bag"),
            Map.entry("bags", "bag"));

    /** The unit that a word behind a number is, if any. */
    static Optional<String> unit(String word) {
        if (NO_UNITS.contains(word)) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String own = OWN.get(lower);
        if (own != null) {
            return Optional.of(own);
        }
        if (lower.startsWith("units/")) {
            return Ucum.codeOf(word.substring("units".length())).map(UNIT::concat);
        }
        if (word.equals("F") || word.equals("°F")) {
            return Optional.of("[degF]");
        }
        if (word.equals("C") || word.equals("°C")) {
            return Optional.of("Cel");
        }
        return Ucum.codeOf(word);
    }

    /** Whether it is a length of time. */
    boolean isSpan() {
        return unit.filter(SPANS::contains).isPresent();
    }

    /** The second number by itself, in the same unit; of one number the same. */
    Amount behindTheStroke() {
        return new Amount(second.orElse(value), Optional.empty(), unit, written);
    }

    Amount in(Optional<String> other) {
        return new Amount(value, second, other, written);
    }

    /** Whether a known dose is this one: the same amount in any unit of the same kind, to the last digit. */
    boolean isDose(Amount known) {
        if (unit.isEmpty() || isOfSameUnit(known)) {
            return value.compareTo(known.value) == 0 || isNearly(known.value);
        }
        return known.unit.isPresent() && converted(known).filter(this::isNearly).isPresent();
    }

    /** Whether a measured number is this one, rounded as it is written here. */
    boolean isMeasured(Amount known, boolean roughly, Optional<BigDecimal> molarMass) {
        boolean same = unit.isEmpty() || known.unit.isEmpty() || isOfSameUnit(known);
        Optional<BigDecimal> number =
                same ? Optional.of(known.value) : converted(known).or(() -> byMass(known, molarMass));
        return number.filter(value -> same || roughly ? isRounded(value, roughly) : isNextTo(value))
                .isPresent();
    }

    /** By code, or where one of them says no more than "units". */
    private boolean isOfSameUnit(Amount known) {
        return unit.equals(known.unit)
                || unit.isPresent()
                        && known.unit.isPresent()
                        && (isKindOf(unit.get(), known.unit.get()) || isKindOf(known.unit.get(), unit.get()));
    }

    private static boolean isKindOf(String units, String code) {
        return units.startsWith(UNIT)
                && KINDS_OF_UNIT.stream()
                        .map(kind -> kind + units.substring(UNIT.length()))
                        .anyMatch(code::equals);
    }

    /** A number in another unit is rounded twice: it may be one off in the last place that is written. */
    private boolean isNextTo(BigDecimal number) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(Math.max(0, value.scale()));
        boolean fine = value.abs().compareTo(step.multiply(TWENTY)) >= 0;
        BigDecimal allowed = fine ? step : step.divide(BigDecimal.TWO, MathContext.DECIMAL32);
        return number.subtract(value).abs().compareTo(allowed) <= 0;
    }

    private boolean isRounded(BigDecimal number, boolean roughly) {
        if (number.setScale(value.scale(), RoundingMode.HALF_UP).compareTo(value) == 0) {
            return true;
        }
        if (number.setScale(value.scale(), RoundingMode.HALF_DOWN).compareTo(value) == 0
                || number.setScale(value.scale(), RoundingMode.DOWN).compareTo(value) == 0 && roughly) {
            return true;
        }
        BigDecimal tolerance = value.abs().multiply(new BigDecimal(roughly ? "0.025" : "0.0005"));
        return number.subtract(value).abs().compareTo(tolerance) <= 0;
    }

    private boolean isNearly(BigDecimal number) {
        return number.subtract(value).abs().compareTo(value.abs().multiply(new BigDecimal("0.001"))) <= 0;
    }

    private Optional<BigDecimal> converted(Amount known) {
        Optional<BigDecimal> direct = Ucum.convert(known.value, known.unit.orElseThrow(), unit.orElseThrow());
        return direct.isPresent() ? direct : glycated(known);
    }

    /** HbA1c by NGSP (%) and IFCC (mmol/mol): the master equation of 2004. */
    private Optional<BigDecimal> glycated(Amount known) {
        if (known.unit.filter("%"::equals).isPresent()
                && unit.filter("mmol/mol"::equals).isPresent()) {
            return Optional.of(known.value
                    .subtract(new BigDecimal("2.152"))
                    .divide(new BigDecimal("0.09148"), MathContext.DECIMAL32));
        }
        return Optional.empty();
    }

    private Optional<BigDecimal> byMass(Amount known, Optional<BigDecimal> molarMass) {
        if (molarMass.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> grams = Ucum.convert(known.value, known.unit.orElseThrow(), "g/L");
        if (grams.isPresent()) {
            BigDecimal mols = grams.get().divide(molarMass.get(), MathContext.DECIMAL32);
            return Ucum.convert(mols, "mol/L", unit.orElseThrow());
        }
        return Ucum.convert(known.value, known.unit.orElseThrow(), "mol/L")
                .flatMap(mols -> Ucum.convert(mols.multiply(molarMass.get()), "g/L", unit.orElseThrow()));
    }
}
