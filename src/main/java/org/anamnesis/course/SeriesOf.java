package org.anamnesis.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;

/**
 * Folds results and vital signs into series: one for each test, specimen and unit. A panel is a series, and so is each of
 * its parts, together with what was measured of it alone.
 */
public final class SeriesOf {

    private static final String LOINC = "http://loinc.org";

    private static final Comparator<Series.Point> NEWEST_FIRST = Comparator.comparing(
                    (Series.Point point) -> point.fact().time().orElse(null),
                    Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder()))
            .thenComparing(point -> point.fact().id());

    private final Map<String, String> codes = new HashMap<>();
    private final Map<Key, List<Series.Point>> points = new LinkedHashMap<>();

    private SeriesOf() {}

    /** @param of the specimen and the site */
    private record Key(FactKind kind, String test, List<String> of, String unit) {}

    /** The series of a chart, in the order of their first facts; what was cancelled or not done, or has no value, is in none. */
    public static List<Series> of(Chart chart) {
        List<Fact> measured = Stream.of(FactKind.RESULT, FactKind.VITAL)
                .flatMap(chart::facts)
                .filter(fact -> fact.value().isPresent())
                .filter(fact -> fact.standing() != Standing.CANCELLED && fact.standing() != Standing.NEGATED)
                .toList();
        SeriesOf series = new SeriesOf();
        measured.forEach(fact -> series.concepts(fact).forEach(series::learn));
        measured.forEach(series::add);
        return series.points.values().stream()
                .map(unordered ->
                        new Series(unordered.stream().sorted(NEWEST_FIRST).toList()))
                .toList();
    }

    private void add(Fact fact) {
        Value value = fact.value().orElseThrow();
        add(fact, fact.concept(), value);
        if (value instanceof Value.Panel panel) {
            panel.components().forEach(part -> add(fact, part.concept(), part.value()));
        }
    }

    private void add(Fact fact, Concept test, Value value) {
        List<String> of = Stream.of(Attribute.Role.SPECIMEN, Attribute.Role.BODY_SITE)
                .map(role -> fact.attribute(role)
                        .map(attribute -> plain(attribute.text()))
                        .orElse(""))
                .toList();
        points.computeIfAbsent(new Key(fact.kind(), test(test), of, unit(value)), first -> new ArrayList<>())
                .add(new Series.Point(fact, test, value));
    }

    private Stream<Concept> concepts(Fact fact) {
        return fact.value().orElseThrow() instanceof Value.Panel panel
                ? Stream.concat(
                        Stream.of(fact.concept()), panel.components().stream().map(Value.Component::concept))
                : Stream.of(fact.concept());
    }

    /** A name that always stands beside one code means that code where it stands alone; of two codes it tells neither. */
    private void learn(Concept test) {
        code(test)
                .ifPresent(code -> codes.merge(plain(test.text()), code, (one, other) -> one.equals(other) ? one : ""));
    }

    private String test(Concept test) {
        String name = plain(test.text());
        return code(test)
                .or(() -> Optional.ofNullable(codes.get(name)).filter(code -> !code.isEmpty()))
                .orElse(name);
    }

    /** LOINC tells the test with its specimen and method; other codes are as good as their system. */
    private static Optional<String> code(Concept test) {
        return test.codings().stream()
                .filter(coding -> !coding.system().isEmpty() && !coding.code().isEmpty())
                .min(Comparator.comparing(coding -> !coding.system().equals(LOINC)))
                .map(coding -> coding.system() + "|" + coding.code());
    }

    /** Numbers in other units are other series; words and panels have none. */
    private static String unit(Value value) {
        return switch (value) {
            case Value.Quantity quantity -> Units.plain(quantity);
            case Value.Range range ->
                range.low().or(range::high).map(Units::plain).orElse("");
            case Value.Ratio ratio -> "ratio";
            case Value.Worded worded -> "words";
            case Value.Panel panel -> "panel";
        };
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d%]+", " ").strip();
    }
}
