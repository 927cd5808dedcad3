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
    private static final Pattern AMOUNT = Pattern.compile("(?<![\\w./:-])(\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\.\\d+)\\s*("
            + UNIT + ")\\b((?:\\s*/\\s*(?:kg|h|hr|hour|min|day|ml|l|actuat|puff|dose))*)");
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
                .map(found -> new Amount(
                        plain(new BigDecimal(found.group(1).replace(",", ""))),
                        unit(found.group(2)) + found.group(3).replaceAll("\\s", "")))
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
     * Whether both cannot be meant at once: other doses in the same unit, or another rhythm. What one of them does not tell
     * is no difference.
     */
    public boolean differsFrom(Dosing other) {
        boolean comparable = amounts.stream()
                .anyMatch(
                        one -> other.amounts.stream().anyMatch(two -> one.unit().equals(two.unit())));
        boolean otherDose = comparable && amounts.stream().noneMatch(other.amounts::contains);
        boolean otherRhythm = timesADay.isPresent()
                && other.timesADay.isPresent()
                && timesADay.get().compareTo(other.timesADay.get()) != 0;
        return otherDose || otherRhythm;
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
