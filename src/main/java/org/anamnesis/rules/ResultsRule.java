package org.anamnesis.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** The newest value of each test and vital sign with the one before it and the direction; what is flagged comes first. */
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
        return Stream.of(FactKind.RESULT, FactKind.VITAL)
                .flatMap(kind -> series(chart, kind))
                .filter(series -> series.getFirst()
                        .attributes(Attribute.Role.INTERPRETATION)
                        .anyMatch(flag -> flag.text().toLowerCase(Locale.ROOT).contains("critical")))
                .map(ResultsRule::statement);
    }

    private static Stream<Statement> of(Chart chart, FactKind kind, int limit) {
        return series(chart, kind).limit(limit).map(ResultsRule::statement);
    }

    /** The values of each test, the newest first; the flagged tests and the newest ones come first. */
    private static Stream<List<Fact>> series(Chart chart, FactKind kind) {
        Map<String, List<Fact>> byTest = chart.facts(kind)
                .filter(fact -> fact.value().filter(ResultsRule::isValue).isPresent()
                        && fact.time().isPresent())
                .filter(fact -> fact.standing() != Standing.NEGATED && fact.standing() != Standing.CANCELLED)
                .collect(Collectors.groupingBy(
                        fact -> Phrase.name(fact).toLowerCase(Locale.ROOT), LinkedHashMap::new, Collectors.toList()));
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

    private static Statement statement(List<Fact> series) {
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
        Function<Fact, String> when =
                previous.filter(fact -> isSameDay(fact, newest)).isPresent() ? Phrase::at : Phrase::on;
        StringBuilder text = new StringBuilder(Phrase.name(newest))
                .append(" ")
                .append(text(newest))
                .append(when.apply(newest))
                .append(newest.attribute(Attribute.Role.INTERPRETATION)
                        .map(flag -> " (" + flag.text() + ")")
                        .orElse(""));
        previous.ifPresent(fact -> {
            text.append(", was ").append(text(fact)).append(when.apply(fact));
            direction(newest, fact).ifPresent(word -> text.append(", ").append(word));
            cited.add(fact);
        });
        return Phrase.statement(Section.RESULTS, text.toString(), cited);
    }

    /** A questionnaire's answers are for the source, not for a summary. */
    private static boolean isLong(Fact fact) {
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

    private static boolean isSameDay(Fact one, Fact other) {
        return one.time().map(ClinicalTime::date).equals(other.time().map(ClinicalTime::date));
    }

    /** The value before the newest, of another time. */
    private static Optional<Fact> before(List<Fact> series) {
        return series.stream()
                .skip(1)
                .filter(fact -> !fact.time().equals(series.getFirst().time()))
                .findFirst();
    }

    private static Optional<String> direction(Fact newest, Fact previous) {
        if (newest.quantity().isEmpty() || previous.quantity().isEmpty()) {
            return Optional.empty();
        }
        Value.Quantity now = newest.quantity().get();
        Value.Quantity then = previous.quantity().get();
        if (!now.unit().equals(then.unit())
                || now.comparator().isPresent()
                || then.comparator().isPresent()) {
            return Optional.empty();
        }
        int change = now.number().compareTo(then.number());
        return Optional.of(change > 0 ? "rising" : change < 0 ? "falling" : "unchanged");
    }
}
