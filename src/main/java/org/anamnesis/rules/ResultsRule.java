package org.anamnesis.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/**
 * The newest value of each test and vital sign with the one before it, the direction, and the worst value of late; what is
 * flagged comes first.
 */
final class ResultsRule implements SectionRule {

    /** How the reader of observations begins the reason why there is none. */
    private static final String NO_VALUE = "no value";

    private static final int RESULTS = 15;
    private static final int VITALS = 10;
    private static final int MOST_COMPONENTS = 6;

    @Override
    public Stream<Statement> statements(Chart chart) {
        Stream<Statement> measured =
                Stream.concat(of(chart, FactKind.RESULT, RESULTS), of(chart, FactKind.VITAL, VITALS));
        return Stream.concat(
                measured, Phrase.noneRecorded(chart, Section.RESULTS, "results or vital signs", "Observation"));
    }

    /** The tests whose newest value is called critical, however many there are. */
    static Stream<Statement> critical(Chart chart) {
        Wording wording = new Wording(chart);
        return Stream.of(FactKind.RESULT, FactKind.VITAL)
                .flatMap(kind -> series(chart, kind))
                .filter(series -> series.getFirst()
                        .attributes(Attribute.Role.INTERPRETATION)
                        .anyMatch(flag -> flag.text().toLowerCase(Locale.ROOT).contains("critical")))
                .map(series -> statement(series, wording));
    }

    private static Stream<Statement> of(Chart chart, FactKind kind, int limit) {
        Wording wording = new Wording(chart);
        return series(chart, kind).limit(limit).map(series -> statement(series, wording));
    }

    /** The values of each test, the newest first; the flagged tests and the newest ones come first. */
    private static Stream<List<Fact>> series(Chart chart, FactKind kind) {
        Map<String, List<Fact>> byTest = chart.facts(kind)
                .filter(fact -> fact.value().filter(ResultsRule::isValue).isPresent()
                        && fact.time().isPresent())
                .filter(fact -> fact.standing() != Standing.NEGATED && fact.standing() != Standing.CANCELLED)
                .collect(Collectors.groupingBy(
                        fact -> fact.concept().text().toLowerCase(Locale.ROOT),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Comparator<List<Fact>> flaggedFirst = Comparator.comparing(series -> !isFlagged(series.getFirst()));
        Comparator<List<Fact>> newestFirst =
                Comparator.comparing(series -> series.getFirst().time().orElseThrow(), Comparator.reverseOrder());
        return byTest.values().stream().map(ResultsRule::newestFirst).sorted(flaggedFirst.thenComparing(newestFirst));
    }

    /** That nothing was measured is no result. */
    private static boolean isValue(Value value) {
        return switch (value) {
            case Value.Panel panel -> panel.components().stream().anyMatch(part -> isValue(part.value()));
            case Value.Worded worded -> !worded.text().startsWith(NO_VALUE);
            default -> true;
        };
    }

    private static List<Fact> newestFirst(List<Fact> series) {
        return series.stream()
                .sorted(Comparator.comparing((Fact fact) -> fact.time().orElseThrow(), Comparator.reverseOrder()))
                .toList();
    }

    private static boolean isFlagged(Fact fact) {
        return fact.attribute(Attribute.Role.INTERPRETATION)
                .filter(flag -> !flag.text().equalsIgnoreCase("normal"))
                .isPresent();
    }

    private static Statement statement(List<Fact> series, Wording wording) {
        Fact newest = series.getFirst();
        if (isLong(newest)) {
            return Phrase.statement(Section.RESULTS, Phrase.name(newest) + " recorded" + Phrase.on(newest), newest);
        }
        if (newest.value().filter(Value.Worded.class::isInstance).isPresent()) {
            return worded(newest);
        }
        List<Fact> cited = new ArrayList<>(List.of(newest));
        Optional<Fact> previous = before(series);
        // Two values of one day are told apart by the time of day.
        boolean sameDay =
                previous.filter(fact -> Beside.isSameDay(fact, newest)).isPresent();
        StringBuilder text = new StringBuilder(Beside.named(newest))
                .append(sameDay ? Phrase.at(newest) : Phrase.on(newest))
                .append(Phrase.flag(newest));
        previous.ifPresent(fact -> {
            text.append(", was ")
                    .append(Beside.value(newest, fact))
                    .append(sameDay ? Phrase.at(fact) : Beside.on(newest, fact));
            cited.add(fact);
        });
        Optional<String> direction = previous.flatMap(fact -> Beside.direction(newest, fact));
        Statement plain = Phrase.statement(
                Section.RESULTS, text + direction.map(word -> ", " + word).orElse(""), cited);
        return Extreme.of(series)
                .map(extreme -> wording.either(withExtreme(text.toString(), direction, extreme, cited), List.of(plain))
                        .findFirst()
                        .orElse(plain))
                .orElse(plain);
    }

    /** A direction is told of all values together: where the worst one lies beyond it, the numbers tell it themselves. */
    private static Statement withExtreme(String text, Optional<String> direction, Extreme extreme, List<Fact> told) {
        Fact newest = told.getFirst();
        Fact worst = extreme.fact();
        List<Fact> cited = new ArrayList<>(told);
        cited.add(worst);
        String word = direction
                .filter(known -> Beside.direction(newest, worst).equals(direction))
                .map(known -> ", " + known)
                .orElse("");
        return Phrase.statement(
                Section.RESULTS,
                text + word + ", " + extreme.word() + " " + Beside.value(newest, worst) + Beside.on(newest, worst),
                cited);
    }

    /** A questionnaire's answers are for the source, not for a summary. */
    static boolean isLong(Fact fact) {
        return fact.value()
                .filter(Value.Panel.class::isInstance)
                .map(Value.Panel.class::cast)
                .filter(panel -> panel.components().size() > MOST_COMPONENTS)
                .isPresent();
    }

    /** A finding in words stands behind its name and day, whole. */
    private static Statement worded(Fact finding) {
        String words = text(finding).replaceFirst("\\.$", "");
        return Phrase.statement(Section.RESULTS, Phrase.name(finding) + Phrase.on(finding) + ": " + words, finding);
    }

    private static String text(Fact fact) {
        return fact.value().map(Value::text).orElse("");
    }

    /** The value before the newest, of another time. */
    private static Optional<Fact> before(List<Fact> series) {
        return series.stream()
                .skip(1)
                .filter(fact -> !fact.time().equals(series.getFirst().time()))
                .findFirst();
    }
}
