package org.anamnesis.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.ClinicalTime.Precision;
import org.anamnesis.chart.Demographics;
import org.anamnesis.deidentification.Deidentifier;
import org.anamnesis.deidentification.Found;
import org.anamnesis.deidentification.Kind;

/**
 * What the EHR itself says identifies the patient and the relatives, in any spelling: case, accents, order of the parts, and
 * whatever stands between letters and digits do not matter.
 *
 * <p>A name that is a word too ("May", "Rich") counts where it has a capital letter, and not where it is the name of a disease
 * ("Parkinson disease" of a patient named Parkinson names nobody).
 */
final class OwnIdentifiers {

    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_NUMBER = 4;
    private static final String BETWEEN = "[\\s.,_/()'’:#*+@-]{0,3}";
    private static final Pattern PART = Pattern.compile("[\\p{L}]+|\\d+");
    private static final String NOT_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NOT_AFTER = "(?![\\p{L}\\p{N}])";
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** Values of several parts, numbers and dates. */
    private final Pattern sure;

    /** Single words, which may be words of language too. */
    private final Pattern words;

    private OwnIdentifiers(Set<String> sure, Set<String> words) {
        this.sure = alternatives(sure);
        this.words = alternatives(words);
    }

    static OwnIdentifiers of(Demographics patient) {
        Set<String> sure = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        List<String> values = new ArrayList<>(patient.identifying());
        patient.name().ifPresent(values::add);
        patient.recordNumber().ifPresent(values::add);
        values.stream().map(FoldedText::of).forEach(value -> add(value, sure, words));
        patient.birthDate()
                .filter(birth -> birth.precision().compareTo(Precision.DAY) >= 0)
                .ifPresent(birth -> sure.addAll(dates(birth.date())));
        return new OwnIdentifiers(sure, words);
    }

    List<Found> find(String text) {
        String folded = FoldedText.of(text);
        List<Found> found = new ArrayList<>();
        Matcher values = sure.matcher(folded);
        while (values.find()) {
            found.add(new Found(values.start(), values.end(), kind(values.group())));
        }
        Matcher single = words.matcher(folded);
        while (single.find()) {
            Found one = new Found(single.start(), single.end(), Kind.PERSON);
            if (names(text, one) && found.stream().noneMatch(one::overlaps)) {
                found.add(one);
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static boolean names(String text, Found word) {
        String written = word.in(text);
        if (!Deidentifier.isAlsoAWord(written) && written.length() >= SHORTEST_WORD) {
            return true;
        }
        return Character.isUpperCase(written.charAt(0)) && !Deidentifier.isEponym(text, word.start(), word.end());
    }

    private static Kind kind(String value) {
        return value.chars().noneMatch(Character::isDigit) ? Kind.PERSON : Kind.NUMBER;
    }

    private static void add(String value, Set<String> sure, Set<String> words) {
        List<String> parts =
                PART.matcher(value).results().map(part -> part.group()).toList();
        if (parts.isEmpty()) {
            return;
        }
        String letters = value.replaceAll("[^\\p{L}]", "");
        String digits = value.replaceAll("\\D", "");
        if (parts.size() == 1 && digits.isEmpty()) {
            if (letters.length() > 1) {
                words.add(Pattern.quote(letters));
            }
            return;
        }
        if (letters.isEmpty()) {
            if (digits.length() >= SHORTEST_NUMBER) {
                sure.add(number(digits));
                if (digits.length() > 10) {
                    sure.add(number(digits.substring(digits.length() - 10)));
                }
            }
            return;
        }
        if (digits.length() >= SHORTEST_NUMBER && letters.length() <= 5) {
            sure.add(number(digits));
        }
        sure.add(parts.stream().map(OwnIdentifiers::spaced).collect(Collectors.joining(BETWEEN)));
        if (digits.isEmpty()) {
            parts.stream()
                    .filter(part -> part.length() >= SHORTEST_WORD && value.contains("-"))
                    .map(Pattern::quote)
                    .forEach(words::add);
        }
    }

    private static String spaced(String part) {
        return Character.isDigit(part.charAt(0)) && part.length() >= SHORTEST_NUMBER
                ? number(part)
                : Pattern.quote(part);
    }

    /** Digits with anything between them: 555-0100 is (55) 50.100 too. */
    private static String number(String digits) {
        return digits.chars().mapToObj(digit -> String.valueOf((char) digit)).collect(Collectors.joining(BETWEEN));
    }

    /** The day of birth as people and machines write it. */
    private static Set<String> dates(LocalDate birth) {
        String year = String.valueOf(birth.getYear());
        String years = "(?:" + year + "|'?" + year.substring(year.length() - 2) + ")";
        String month = "0?" + birth.getMonthValue();
        String day = "0?" + birth.getDayOfMonth();
        String name = MONTHS.get(birth.getMonthValue() - 1);
        String named = "(?:" + name + "|" + name.substring(0, 3) + "t?\\.?)";
        String nth = "(?:st|nd|rd|th)?";
        String separator = "[\\s./-]{1,3}";
        String compact = String.format(
                Locale.ROOT, "%04d%02d%02d", birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth());
        return Set.of(
                year + separator + month + separator + day,
                month + separator + day + separator + years,
                day + separator + month + separator + years,
                day + nth + "[\\s.-]{0,3}(?:of )?" + named + "[\\s,.-]{0,3}" + years,
                named + "[\\s.-]{0,3}" + day + nth + "[\\s,.-]{1,3}" + years,
                compact);
    }

    private static Pattern alternatives(Set<String> values) {
        String all = values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|"));
        return Pattern.compile(values.isEmpty() ? "(?!)" : NOT_BEFORE + "(?:" + all + ")" + NOT_AFTER);
    }
}
