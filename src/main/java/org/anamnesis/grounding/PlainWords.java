package org.anamnesis.grounding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * The words for what charts abbreviate or call by its Greek name: how a medicine is taken, and what a problem is called at
 * home. Who writes in plain words says nothing else, so the check reads both alike.
 */
public final class PlainWords {

    private static final Map<String, String> NAMES = read("plain-names.txt");
    private static final Map<String, String> SHORTHAND = read("shorthand.txt");

    private static final Pattern SHORT = Pattern.compile(
            "(?<![\\p{L}\\p{N}.])(?:"
                    + SHORTHAND.keySet().stream()
                            .sorted(Comparator.comparing(String::length).reversed())
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|"))
                    + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEMANTIC_TAG = Pattern.compile(" \\([a-z/ ]+\\)$");

    private PlainWords() {}

    /** A dosage without shorthand: {@code 5 mg by mouth twice daily} for {@code 5 mg PO BD}. */
    public static String dosage(String written) {
        return SHORT.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Objects.requireNonNull(SHORTHAND.get(found.group().toLowerCase(Locale.ROOT)))));
    }

    /** What a patient calls a problem; empty where its name is as plain as it gets. */
    public static Optional<String> of(Fact problem) {
        String name = problem.concept().text().toLowerCase(Locale.ROOT).strip();
        return Optional.ofNullable(NAMES.get(name))
                .or(() ->
                        Optional.ofNullable(NAMES.get(SEMANTIC_TAG.matcher(name).replaceFirst(""))));
    }

    /** A statement in the words of the chart: without a plain name in brackets behind the problem's own, and without shorthand. */
    static String inTheChartsWords(String text, List<Fact> cited) {
        String own = text;
        for (Fact fact : cited) {
            Optional<String> plain = fact.kind() == FactKind.PROBLEM ? of(fact) : Optional.empty();
            if (plain.isPresent()) {
                own = own.replace(" (" + plain.get() + ")", "");
            }
        }
        return withoutShorthand(own, cited);
    }

    /** Beside the names of the medicines: "BD" in "BD Nano pen needle" is a maker. */
    private static String withoutShorthand(String text, List<Fact> cited) {
        String names = cited.stream()
                .filter(fact -> fact.kind() == FactKind.MEDICATION)
                .map(fact -> Pattern.quote(fact.concept().text()))
                .collect(Collectors.joining("|"));
        if (names.isEmpty()) {
            return text;
        }
        StringBuilder own = new StringBuilder();
        int from = 0;
        Matcher name = Pattern.compile(names, Pattern.CASE_INSENSITIVE).matcher(text);
        while (name.find()) {
            own.append(dosage(text.substring(from, name.start()))).append(name.group());
            from = name.end();
        }
        return own.append(dosage(text.substring(from))).toString();
    }

    private static Map<String, String> read(String list) {
        Map<String, String> words = new HashMap<>();
        for (String line : Vocabulary.lines(list).toList()) {
            int equals = line.indexOf(" = ");
            Arrays.stream(line.substring(0, equals).split(","))
                    .map(String::strip)
                    .forEach(word -> words.put(word, line.substring(equals + 3).strip()));
        }
        return Map.copyOf(words);
    }
}
