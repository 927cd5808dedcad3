package org.anamnesis.course;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;

/**
 * How much of a drug and how often, read from the words of an order or of a note.
 *
 * @param amounts the doses named; several where the dose changes by day or is a choice
 * @param timesADay how often, where it is told; less than one for weekly doses
 */
public record Dosing(Set<Amount> amounts, Optional<BigDecimal> timesADay) {

    private static final String UNIT =
            "mg|g|grams?|mcg|micrograms?|\u00b5g|\u03bcg|ug|ng|ml|units?|iu|u|meq|mmol|puffs?|drops?"
                    + "|tablets?|tabs?|capsules?|caps?|patch(?:es)?|sprays?";
    private static final String NUMBER = "(\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\.\\d+)";
    private static final Pattern AMOUNT = Pattern.compile("(?<![\\w./:-])(?:" + NUMBER + "\\s*(?:to|-|\u2013)\\s*)?"
            + NUMBER + "\\s*(" + UNIT + ")\\b((?:\\s*/\\s*[a-z]+)*)");
    private static final int THOUSAND_DIGITS = 3;
    private static final Pattern DOSE_FORM = Pattern.compile("tablet|capsule|patch");

    public Dosing {
        amounts = Set.copyOf(amounts);
    }

    /**
     * One dose.
     *
     * @param number without trailing zeros
     * @param unit in one spelling
     */
    public record Amount(BigDecimal number, String unit) {

        /** E.g. {@code 12.5 mg}. */
        public String text() {
            return number.toPlainString() + " " + unit;
        }

        /** Grams and micrograms as milligrams; every other unit stands for itself. */
        private Amount comparable() {
            return switch (unit) {
                case "g" -> new Amount(number.movePointRight(THOUSAND_DIGITS), "mg");
                case "mcg" -> new Amount(number.movePointLeft(THOUSAND_DIGITS), "mg");
                default -> this;
            };
        }
    }

    /** The dosage of a medication fact, as its instruction or its dose has it. */
    public static Dosing of(Fact medication) {
        Optional<String> words = words(medication);
        if (words.isEmpty()) {
            return new Dosing(Set.of(), Optional.empty());
        }
        Dosing told = of(words.get());
        Set<Amount> amounts = new LinkedHashSet<>(told.amounts());
        Set<Amount> strengths = of(medication.concept().text()).amounts();
        if (strengths.size() == 1) {
            Amount strength = strengths.iterator().next();
            told.amounts().stream()
                    .filter(amount -> DOSE_FORM.matcher(amount.unit()).matches())
                    .map(count -> new Amount(plain(count.number().multiply(strength.number())), strength.unit()))
                    .forEach(amounts::add);
        }
        return new Dosing(amounts, told.timesADay());
    }

    /** The dosage that words tell. */
    public static Dosing of(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        Matcher amount = AMOUNT.matcher(plain);
        Set<Amount> amounts = amount.results()
                .flatMap(found -> Stream.of(Optional.ofNullable(found.group(1)), Optional.of(found.group(2)))
                        .flatMap(Optional::stream)
                        .map(number -> new Amount(
                                plain(new BigDecimal(number.replace(",", ""))),
                                unit(found.group(3)) + found.group(4).replaceAll("\\s", ""))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Dosing(amounts, Rhythm.timesADay(plain));
    }

    /** How a medicine is taken, as written or put together from its parts. */
    public static Optional<String> words(Fact medication) {
        return medication
                .attribute(Attribute.Role.INSTRUCTION)
                .map(Attribute::text)
                .or(() -> {
                    List<String> parts = Stream.of(Attribute.Role.DOSE, Attribute.Role.ROUTE, Attribute.Role.FREQUENCY)
                            .flatMap(role -> medication.attribute(role).stream())
                            .map(Attribute::text)
                            .toList();
                    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
                });
    }

    /**
     * Whether both cannot be meant at once: other doses in comparable units, or another rhythm. What one of them does not
     * tell is no difference, and neither is a dose within the other's range.
     */
    public boolean differsFrom(Dosing other) {
        boolean otherDose = amounts.stream()
                        .anyMatch(one -> other.numbersIn(one.unit()).findAny().isPresent())
                && amounts.stream().noneMatch(other::covers)
                && other.amounts.stream().noneMatch(this::covers);
        boolean otherRhythm = timesADay.isPresent()
                && other.timesADay.isPresent()
                && timesADay.get().compareTo(other.timesADay.get()) != 0;
        return otherDose || otherRhythm;
    }

    /** Whether an amount is one of these, or lies between two of them. */
    public boolean covers(Amount amount) {
        BigDecimal number = amount.comparable().number();
        List<BigDecimal> own = numbersIn(amount.unit()).sorted().toList();
        return !own.isEmpty() && number.compareTo(own.getFirst()) >= 0 && number.compareTo(own.getLast()) <= 0;
    }

    /** The numbers in a unit, or in one that is a decimal step away. */
    private Stream<BigDecimal> numbersIn(String unit) {
        String comparable = new Amount(BigDecimal.ONE, unit).comparable().unit();
        return amounts.stream()
                .map(Amount::comparable)
                .filter(amount -> amount.unit().equals(comparable))
                .map(Amount::number);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static String unit(String written) {
        return switch (written) {
            case "g", "gram", "grams" -> "g";
            case "mcg", "microgram", "micrograms", "\u00b5g", "\u03bcg", "ug" -> "mcg";
            case "units", "unit", "iu", "u" -> "unit";
            case "tabs", "tab", "tablets" -> "tablet";
            case "caps", "cap", "capsules" -> "capsule";
            case "patches" -> "patch";
            case "puffs" -> "puff";
            case "drops" -> "drop";
            case "sprays" -> "spray";
            default -> written;
        };
    }
}
