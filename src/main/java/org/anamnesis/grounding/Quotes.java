package org.anamnesis.grounding;

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
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;

/**
 * What a statement quotes word for word from the facts it cites. The words inside a quotation are the chart's own and no
 * claims of the writer: "direct current" is no status, and a report's "no thrombus" denies nothing of the report.
 *
 * <p>A whole name is read as one of its own words that no other cited fact is named by and that stands before what the name
 * denies, a finding that denies as "negative"; a drug's name is not, since the
 * strength in it is too easily taken for a dose. Findings, reasons and instructions are left out where one fact alone is
 * cited, so that nothing of one fact can pass for another's.
 */
final class Quotes {

    private static final int SHORTEST_WORDS = 3;
    private static final Pattern PLAIN = Pattern.compile("\\p{L}{3,}");
    private static final Set<String> NORMAL_NEGATIONS =
            Vocabulary.NEGATIONS.stream().map(Vocabulary::normal).collect(Collectors.toUnmodifiableSet());
    private static final Pattern SEMANTIC_TAG = Pattern.compile(" \\([a-z/ ]+\\)$");

    /** "Not" in front of a quotation denies it, so its words are read. */
    private static final String NOT_DENIED = "(?<!\\b(?:" + String.join("|", Vocabulary.NEGATIONS) + ")[\\s:,]{1,3})";

    private Quotes() {}

    /** The statement's text as the writer's own words. */
    static String without(String text, List<Fact> cited) {
        String own = text;
        if (cited.size() == 1) {
            for (String said : sayings(cited.getFirst())) {
                boolean denies =
                        isFinding(said, cited.getFirst()) && words(said).anyMatch(NORMAL_NEGATIONS::contains);
                own = Pattern.compile(
                                NOT_DENIED + literal(said).pattern(),
                                literal(said).flags())
                        .matcher(own)
                        .replaceAll(denies ? " negative " : " ");
            }
        }
        for (Fact fact : cited) {
            Optional<String> word = namingWord(fact, cited);
            if (fact.kind() != FactKind.MEDICATION) {
                // "Acid fast smear: no acid fast bacilli seen": where the finding is quoted whole, the name is only the
                // test's.
                String read = own.equals(text) || denied(fact).isEmpty()
                        ? word.orElseGet(() -> withoutStandings(name(fact)))
                        : word.orElse("result");
                own = literal(name(fact)).matcher(own).replaceAll(Matcher.quoteReplacement(read));
            }
        }
        return own;
    }

    /** A reason that denies something denies nothing of the order. */
    private static boolean isFinding(String said, Fact fact) {
        return fact.value().filter(value -> value.text().contains(said)).isPresent();
    }

    private static List<String> sayings(Fact fact) {
        Stream<String> words = fact.value().filter(Value.Worded.class::isInstance).map(Value::text).stream();
        Stream<String> attributes = Stream.of(Attribute.Role.REASON, Attribute.Role.INSTRUCTION)
                .flatMap(fact::attributes)
                .map(Attribute::text);
        return Stream.concat(words, attributes)
                .map(said -> said.strip().replaceFirst("\\.$", ""))
                .filter(said -> said.split("\\s+").length >= SHORTEST_WORDS)
                .toList();
    }

    private static String name(Fact fact) {
        return SEMANTIC_TAG.matcher(fact.concept().text()).replaceFirst("");
    }

    private static Optional<String> namingWord(Fact fact, List<Fact> cited) {
        Set<String> others = cited.stream()
                .filter(other -> !name(other).equalsIgnoreCase(name(fact)))
                .flatMap(other -> words(name(other)))
                .collect(Collectors.toSet());
        Evidence evidence = new Evidence(fact);
        return words(name(fact))
                .takeWhile(word -> !NORMAL_NEGATIONS.contains(word))
                .filter(word -> PLAIN.matcher(word).matches())
                .filter(word ->
                        !ClaimReader.isCue(word) && Vocabulary.opposite(word).isEmpty())
                .filter(word -> !others.contains(word) && !evidence.denies(word))
                .findFirst();
    }

    private static Set<String> denied(Fact fact) {
        Evidence evidence = new Evidence(fact);
        return words(name(fact)).filter(evidence::denies).collect(Collectors.toSet());
    }

    /** "Documentation of current medications": what is current there is no status of it. */
    private static String withoutStandings(String name) {
        return Stream.of(name.split("(?<=\\s)|(?=\\s)"))
                .filter(word -> !Comparison.STANDINGS.containsKey(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
    }

    private static Stream<String> words(String text) {
        return Sentence.tokens(text).stream()
                .filter(Token.Word.class::isInstance)
                .map(token -> Vocabulary.normal(((Token.Word) token).text()));
    }

    private static Pattern literal(String quoted) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(quoted) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
