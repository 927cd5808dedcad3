package org.anamnesis.grounding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Pattern FULL_STOP = Pattern.compile("\\.$");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern SEMANTIC_TAG = Pattern.compile(" \\([a-z/ ]+\\)$");

    /** "Not" in front of a quotation denies it, so its words are read. */
    private static final String NOT_DENIED = "(?<!\\b(?:" + String.join("|", Vocabulary.NEGATIONS) + ")[\\s:,]{1,3})";

    private Quotes() {}

    /** One cited fact by its name. */
    private record Named(Evidence evidence, String name, List<String> words) {

        static Named of(Evidence evidence) {
            String name = SEMANTIC_TAG.matcher(evidence.fact().concept().text()).replaceFirst("");
            return new Named(evidence, name, Quotes.words(name).toList());
        }

        boolean denies() {
            return words.stream().anyMatch(evidence::denies);
        }
    }

    /** The statement's text as the writer's own words. */
    static String without(String text, List<Evidence> cited) {
        Map<Fact, Evidence> distinct = new LinkedHashMap<>();
        cited.forEach(evidence -> distinct.putIfAbsent(evidence.fact(), evidence));
        List<Named> facts = distinct.values().stream().map(Named::of).toList();
        String own = text;
        if (facts.size() == 1) {
            Fact only = facts.getFirst().evidence().fact();
            for (String said : sayings(only)) {
                if (mayStandIn(own, said)) {
                    boolean denies =
                            isFinding(said, only) && words(said).anyMatch(Vocabulary.NORMAL_NEGATIONS::contains);
                    own = Pattern.compile(
                                    NOT_DENIED + literal(said).pattern(),
                                    literal(said).flags())
                            .matcher(own)
                            .replaceAll(denies ? " negative " : " ");
                }
            }
        }
        for (Named fact : facts) {
            if (fact.evidence().fact().kind() != FactKind.MEDICATION && mayStandIn(own, fact.name())) {
                Optional<String> word = namingWord(fact, facts);
                // "Acid fast smear: no acid fast bacilli seen": where the finding is quoted whole, the name is only the
                // test's.
                String read = own.equals(text) || !fact.denies()
                        ? word.orElseGet(() -> withoutStandings(fact.name()))
                        : word.orElse("result");
                own = literal(fact.name()).matcher(own).replaceAll(Matcher.quoteReplacement(read));
            }
        }
        return own;
    }

    /** A plain look, before a pattern is made. */
    private static boolean mayStandIn(String text, String quoted) {
        for (int at = 0; at + quoted.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, quoted, 0, quoted.length())) {
                return true;
            }
        }
        return false;
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
                .map(said -> FULL_STOP.matcher(said.strip()).replaceFirst(""))
                .filter(said -> SPACES.split(said).length >= SHORTEST_WORDS)
                .toList();
    }

    private static Optional<String> namingWord(Named fact, List<Named> cited) {
        Set<String> others = cited.stream()
                .filter(other -> !other.name().equalsIgnoreCase(fact.name()))
                .flatMap(other -> other.words().stream())
                .collect(Collectors.toSet());
        return fact.words().stream()
                .takeWhile(word -> !Vocabulary.NORMAL_NEGATIONS.contains(word))
                .filter(word -> PLAIN.matcher(word).matches())
                .filter(word ->
                        !ClaimReader.isCue(word) && Vocabulary.opposite(word).isEmpty())
                .filter(word -> !others.contains(word) && !fact.evidence().denies(word))
                .findFirst();
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
