package org.anamnesis.conflict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;

/**
 * Something with a side of the body, as a fact or a sentence names it.
 *
 * @param hand which side
 * @param findings what it is: the words that name it
 * @param regions where it is
 * @param years the years named with it, or of the fact
 * @param said who says so
 */
record Sided(Hand hand, Set<String> findings, Set<String> regions, Set<Integer> years, Said said) {

    /** The sides of the body. */
    enum Hand {
        LEFT,
        RIGHT
    }

    /** A sentence or a fact. */
    sealed interface Said {
        CitationId id();

        record Written(Line line) implements Said {
            @Override
            public CitationId id() {
                return line.id();
            }
        }

        record Recorded(Fact fact) implements Said {
            @Override
            public CitationId id() {
                return fact.id();
            }
        }
    }

    /** Single letters in capitals only, and no litres. */
    private static final Pattern SIDE = Pattern.compile(
            "\\b(?:(?i:(left|lt|lul|lll|lif|luq|llq)|(right|rt|rul|rml|rll|rif|ruq|rlq))(?:-?sided)?)\\b"
                    + "|(?<![\\d.] ?)(?<![\\w/])(L)(?![\\w/.]| ?\\d)|(?<![\\w/])(R)(?![\\w/.]| ?\\d)");

    private static final Terms ABOUT =
            Terms.of("left, right, lt, rt, l, r, lul, lll, lif, luq, llq, rul, rml, rll, rif, ruq, rlq");
    private static final Pattern BOTH = Pattern.compile("\\b(?:bilateral\\w*|both|either|bibasal)\\b");
    private static final Map<String, String> REGION_OF = Map.of(
            "lul", "lobe", "lll", "lobe", "rul", "lobe", "rml", "lobe", "rll", "lobe", "lif", "abdomen", "luq",
            "abdomen", "llq", "abdomen", "rif", "abdomen");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20|21)\\d\\d\\b");
    private static final Pattern WORDS_BEFORE = Pattern.compile("(?:[^\\s]+\\s+){0,5}$");
    private static final Pattern WORDS_BEHIND = Pattern.compile("^[^\\s]*(?:\\s+[^\\s]+){0,6}");

    /** What a sentence names with its side; what it denies, and what is a relative's, is left out. */
    static List<Sided> in(Line line) {
        if (!ABOUT.mayBeIn(line) || BOTH.matcher(line.plain()).find()) {
            return List.of();
        }
        List<Sided> sided = new ArrayList<>();
        Matcher side = SIDE.matcher(line.text());
        while (side.find()) {
            Clause clause = line.clauseAt(side.start());
            boolean counts = !SidedWords.isNoSide(line.plain().substring(side.end()))
                    && !isInitial(side, line.text())
                    && !Cues.isDenied(line, side.start(), side.end())
                    && !Cues.isOfRelative(line, side.start());
            if (counts) {
                String around = last(WORDS_BEFORE, clause.before(side.start()))
                        + region(side.group())
                        + last(WORDS_BEHIND, clause.behind(side.end()));
                sided.add(of(hand(side), around, years(clause.text()), new Said.Written(line)));
            }
        }
        return sided;
    }

    /** What a fact names with its side: a problem, a procedure, a device, a report's sentences. */
    static List<Sided> in(Fact fact) {
        return switch (fact.kind()) {
            case PROBLEM, PROCEDURE, DEVICE -> {
                String told = Stream.concat(
                                Stream.of(fact.concept().text()),
                                fact.attributes(Attribute.Role.BODY_SITE).map(Attribute::text))
                        .collect(Collectors.joining(", "));
                yield in(told, fact, fact.kind() == FactKind.PROCEDURE);
            }
            case RESULT ->
                fact.value().filter(Value.Worded.class::isInstance).map(Value::text).stream()
                        .flatMap(text -> Stream.of(text.split("(?<=[.;])\\s+")))
                        .flatMap(sentence -> in(sentence, fact, false).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static List<Sided> in(String sentence, Fact fact, boolean operation) {
        String plain = sentence.toLowerCase(Locale.ROOT);
        Set<Hand> hands = new TreeSet<>();
        Matcher side = SIDE.matcher(sentence);
        StringBuilder words = new StringBuilder(plain);
        while (side.find()) {
            if (!SidedWords.isNoSide(plain.substring(side.end()))) {
                hands.add(hand(side));
                words.append(region(side.group()));
            }
        }
        if (hands.size() != 1 || BOTH.matcher(plain).find() || Cues.has(plain, "negation")) {
            return List.of();
        }
        words.append(operation ? " " + SidedWords.OPERATED : "");
        return List.of(of(hands.iterator().next(), words.toString(), yearsOf(fact), new Said.Recorded(fact)));
    }

    private static Sided of(Hand hand, String words, Set<Integer> years, Said said) {
        return new Sided(hand, SidedWords.findings(words), SidedWords.regions(words), years, said);
    }

    /** What both name on opposite sides; empty where they may speak of two things. */
    Set<String> opposed(Sided other) {
        if (hand == other.hand || !isSamePlace(other) || !isSameTime(other)) {
            return Set.of();
        }
        Set<String> common = new TreeSet<>(findings);
        common.retainAll(other.findings);
        if (regions.isEmpty() || other.regions.isEmpty()) {
            common.remove(SidedWords.OPERATED);
        }
        return common;
    }

    private boolean isSamePlace(Sided other) {
        return regions.isEmpty() || other.regions.isEmpty() || regions.stream().anyMatch(other.regions::contains);
    }

    private boolean isSameTime(Sided other) {
        return years.isEmpty() || other.years.isEmpty() || years.stream().anyMatch(other.years::contains);
    }

    /** "Dr R Penrose": a letter in front of a name. */
    private static boolean isInitial(Matcher side, String text) {
        String following = text.substring(side.end()).stripLeading();
        return side.group().length() == 1
                && (following.isEmpty() || Character.isUpperCase(following.charAt(0)))
                && SidedWords.regions(following.toLowerCase(Locale.ROOT).split(" ", 2)[0])
                        .isEmpty();
    }

    private static Hand hand(Matcher side) {
        return side.group(1) != null || side.group(3) != null ? Hand.LEFT : Hand.RIGHT;
    }

    private static String region(String side) {
        return " " + REGION_OF.getOrDefault(side.toLowerCase(Locale.ROOT), "") + " ";
    }

    private static String last(Pattern words, String text) {
        Matcher found = words.matcher(text);
        return found.find() ? found.group() : "";
    }

    private static Set<Integer> years(String words) {
        return YEAR.matcher(words)
                .results()
                .map(found -> Integer.parseInt(found.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** From its beginning to its end; a problem that goes on has none that it cannot be named with. */
    private static Set<Integer> yearsOf(Fact fact) {
        Optional<LocalDate> begin = fact.time().map(ClinicalTime::date);
        Optional<LocalDate> end =
                fact.attribute(Attribute.Role.ENDED).flatMap(Attribute::time).map(ClinicalTime::date);
        Set<Integer> years = new TreeSet<>();
        begin.ifPresent(day -> years.add(day.getYear()));
        end.ifPresent(day -> years.add(day.getYear()));
        return years;
    }
}
