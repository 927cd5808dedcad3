package org.anamnesis.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Codes of the Unified Code for Units of Measure: which are valid, and conversion between those of one kind. */
public final class Ucum {

    private static final int MAX_LENGTH = 64;
    private static final int MAX_PARTS = 10;
    private static final MathContext RESULT = new MathContext(12);
    private static final int MAX_EXPONENT = 30;

    private static final Pattern ANNOTATION = Pattern.compile("\\{[!-z|~]*}");
    private static final Pattern BETWEEN = Pattern.compile("[./()]");

    /** A unit with at most one digit of power, a power of ten, or a small number: what a clinic measures in. */
    private static final Pattern PART =
            Pattern.compile("(?:[A-Za-z%'\"]*(?:\\[[A-Za-z0-9_']*])?[+-]?[0-9]?|10[*^][+-]?[0-9]{1,2}|[0-9]{1,3})");

    private Ucum() {}

    /** The UCUM code that a unit's text means, where it can only mean one: {@code mmHg} is {@code mm[Hg]}. */
    public static Optional<String> codeOf(String text) {
        return UnitTexts.codeOf(text);
    }

    /** The same for the text beside a temperature, where F and C are degrees: elsewhere they are farad and coulomb. */
    public static Optional<String> temperatureCodeOf(String text) {
        return UnitTexts.temperatureCodeOf(text);
    }

    /** Whether a code is one of UCUM's units. */
    public static boolean isValid(String code) {
        return Temperatures.isScale(code) || magnitude(code).isPresent();
    }

    /** Whether numbers in the one unit can be told in the other. */
    public static boolean isConvertible(String from, String to) {
        return convert(BigDecimal.ONE, from, to).isPresent();
    }

    /**
     * A number in another unit, to twelve digits; empty where either code is none, or where they do not measure the same.
     *
     * @param from a UCUM code, case sensitive
     * @param to a UCUM code, case sensitive
     */
    public static Optional<BigDecimal> convert(BigDecimal number, String from, String to) {
        if (Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT) {
            return Optional.empty();
        }
        if (Temperatures.isScale(from) || Temperatures.isScale(to)) {
            return Temperatures.convert(number, from, to);
        }
        if (!annotated(from).equals(annotated(to))) {
            return Optional.empty();
        }
        return magnitude(from)
                .flatMap(one -> magnitude(to)
                        .filter(other -> other.dimensions().equals(one.dimensions()))
                        .map(other -> number.multiply(one.factor(), Magnitude.PRECISE)
                                .divide(other.factor(), Magnitude.PRECISE)))
                .map(Ucum::plain);
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.round(RESULT).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Optional<Magnitude> magnitude(String code) {
        return isPlausible(code) ? Definitions.of(code) : Optional.empty();
    }

    private static boolean isPlausible(String code) {
        if (code.isEmpty() || code.length() > MAX_LENGTH) {
            return false;
        }
        String[] parts = BETWEEN.split(withoutAnnotations(code), -1);
        return parts.length <= MAX_PARTS
                && Stream.of(parts).allMatch(part -> PART.matcher(part).matches());
    }

    /** Annotations that matter: those with a number, such as {@code {1.73_m2}}, and those that are the whole unit. */
    private static List<String> annotated(String code) {
        String bare = withoutAnnotations(code);
        boolean whole = bare.isEmpty() || bare.equals("1");
        return ANNOTATION
                .matcher(code)
                .results()
                .map(MatchResult::group)
                .filter(annotation -> whole || annotation.chars().anyMatch(Character::isDigit))
                .sorted()
                .toList();
    }

    private static String withoutAnnotations(String code) {
        return ANNOTATION.matcher(code).replaceAll("");
    }
}
