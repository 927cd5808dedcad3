package org.anamnesis.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.digest.FactLine;
import org.anamnesis.grounding.Statement;

/** Sorts of falsehood that a model may mix in, each made from a true statement; none where the statement does not lend itself to it. */
enum Lie {
    VALUE((statement, at) -> replaceOne(statement, at, at.numbers, Lie::otherNumber)),
    UNIT((statement, at) -> replaceOne(statement, at, at.units, unit -> Optional.ofNullable(Swaps.UNITS.get(unit)))),
    DATE((statement, at) -> replaceOne(statement, at, at.days, Lie::otherDay)),
    STATUS((statement, at) ->
            replaceOne(statement, at, at.standings, word -> Optional.ofNullable(Swaps.STANDINGS.get(word)))),
    TREND((statement, at) -> replaceOne(statement, at, at.trends, word -> Optional.ofNullable(Swaps.TRENDS.get(word)))),
    SIDE((statement, at) -> replaceOne(statement, at, at.sides, word -> Optional.ofNullable(Swaps.SIDES.get(word)))),
    NEGATION((statement, at) -> Optional.of(with(statement, "No " + lowered(statement.text())))),
    ENTITY(Lie::otherEntity),
    CITATION(Lie::otherCitation);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final Pattern DAYS = Pattern.compile("\\b\\d{1,2} [A-Z][a-z]{2} \\d{4}\\b");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\w.,/-])\\d+(?:\\.\\d+)?(?![\\w.,/-]*[\\d/-])(?! [A-Z][a-z]{2} \\d{4})");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z/]+(?: hold)?");

    private final BiFunction<Statement, Place, Optional<Statement>> made;

    Lie(BiFunction<Statement, Place, Optional<Statement>> made) {
        this.made = made;
    }

    /** A false statement of this sort, the same for the same seed. */
    Optional<Statement> of(Statement statement, Chart chart, Random random) {
        return made.apply(statement, new Place(statement, chart, random));
    }

    /** What stands for what. */
    private static final class Swaps {
        static final Map<String, String> UNITS = Map.of(
                "mg", "g", "g", "mg", "mcg", "mg", "mL", "L", "mmol/L", "mg/dL", "mg/dL", "mmol/L", "mmHg", "kPa", "kg",
                "g");
        static final Map<String, String> STANDINGS = Map.of(
                "active",
                "resolved",
                "stopped",
                "active",
                "resolved",
                "active",
                "completed",
                "planned",
                "planned",
                "completed",
                "on hold",
                "active");
        static final Map<String, String> TRENDS =
                Map.of("rising", "falling", "falling", "rising", "unchanged", "rising");
        static final Map<String, String> SIDES =
                Map.of("left", "right", "right", "left", "Left", "Right", "Right", "Left");

        private Swaps() {}
    }

    /** Where a statement could be falsified, and what its facts say: a number that they hold somewhere else would be no lie. */
    private static final class Place {

        private final Chart chart;
        private final Random random;
        private final List<Fact> cited;
        private final Set<String> known;
        private final List<MatchResult> numbers;
        private final List<MatchResult> days;
        private final List<MatchResult> units;
        private final List<MatchResult> standings;
        private final List<MatchResult> trends;
        private final List<MatchResult> sides;

        Place(Statement statement, Chart chart, Random random) {
            this.chart = chart;
            this.random = random;
            this.cited = statement.citations().stream()
                    .flatMap(id -> CitationId.parse(id).stream())
                    .flatMap(id -> chart.fact(id).stream())
                    .toList();
            this.known = cited.stream()
                    .flatMap(fact -> Stream.of(FactLine.words(fact).split("[^\\w.]+")))
                    .collect(Collectors.toSet());
            String text = statement.text();
            this.days = DAYS.matcher(text).results().toList();
            this.numbers = NUMBERS.matcher(text)
                    .results()
                    .filter(number ->
                            days.stream().noneMatch(day -> number.start() >= day.start() && number.end() <= day.end()))
                    .toList();
            List<MatchResult> words = WORDS.matcher(text).results().toList();
            this.units = numbers.isEmpty()
                    ? List.of()
                    : words.stream()
                            .filter(word -> Swaps.UNITS.containsKey(word.group()))
                            .toList();
            this.standings = words.stream()
                    .filter(word -> Swaps.STANDINGS.containsKey(word.group()))
                    .toList();
            this.trends = words.stream()
                    .filter(word -> Swaps.TRENDS.containsKey(word.group()))
                    .toList();
            this.sides = words.stream()
                    .filter(word -> Swaps.SIDES.containsKey(word.group()))
                    .toList();
        }
    }

    private static Statement with(Statement statement, String text) {
        return new Statement(statement.section(), text, statement.citations());
    }

    private static Optional<Statement> replaceOne(
            Statement statement, Place at, List<MatchResult> where, Function<String, Optional<String>> by) {
        if (where.isEmpty()) {
            return Optional.empty();
        }
        MatchResult one = where.get(at.random.nextInt(where.size()));
        return by.apply(one.group())
                .filter(other -> !at.known.contains(other))
                .map(other -> with(
                        statement,
                        statement.text().substring(0, one.start())
                                + other
                                + statement.text().substring(one.end())));
    }

    /** Half as much again, and never the same: what a slip of the pen makes of a number. */
    private static Optional<String> otherNumber(String number) {
        BigDecimal value = new BigDecimal(number);
        BigDecimal other = value.signum() == 0
                ? new BigDecimal("3")
                : value.multiply(new BigDecimal("1.5")).setScale(value.scale(), RoundingMode.UP);
        return Optional.of(other.toPlainString());
    }

    private static Optional<String> otherDay(String day) {
        return Optional.of(LocalDate.parse(day, DAY).minusDays(9).format(DAY));
    }

    /** The name of another fact of the same kind in the place of the name, under the same citation. */
    private static Optional<Statement> otherEntity(Statement statement, Place at) {
        if (at.cited.size() != 1) {
            return Optional.empty();
        }
        Fact fact = at.cited.getFirst();
        String name = fact.concept().text();
        int place = statement.text().indexOf(name);
        List<Fact> others = at.chart
                .facts(fact.kind())
                .filter(other ->
                        !other.concept().text().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
                .filter(other -> !name.toLowerCase(Locale.ROOT)
                        .contains(other.concept().text().toLowerCase(Locale.ROOT)))
                .toList();
        if (place < 0 || others.isEmpty()) {
            return Optional.empty();
        }
        String other = others.get(at.random.nextInt(others.size())).concept().text();
        return Optional.of(with(
                statement,
                statement.text().substring(0, place) + other + statement.text().substring(place + name.length())));
    }

    /** The citation of another fact of the same kind and another name. */
    private static Optional<Statement> otherCitation(Statement statement, Place at) {
        if (at.cited.size() != 1) {
            return Optional.empty();
        }
        Fact fact = at.cited.getFirst();
        List<Fact> others = at.chart
                .facts(fact.kind())
                .filter(other ->
                        !other.concept().text().equalsIgnoreCase(fact.concept().text()))
                .filter(other -> !FactLine.words(other)
                        .toLowerCase(Locale.ROOT)
                        .contains(fact.concept().text().toLowerCase(Locale.ROOT)))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statement(
                        statement.section(),
                        statement.text(),
                        List.of(others.get(at.random.nextInt(others.size()))
                                .id()
                                .toString())));
    }

    private static String lowered(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
