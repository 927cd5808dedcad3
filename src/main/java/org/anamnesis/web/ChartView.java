package org.anamnesis.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Value;
import org.anamnesis.course.Series;
import org.anamnesis.course.SeriesOf;
import org.anamnesis.web.SummaryView.CoverageView;
import org.anamnesis.web.SummaryView.FactView;
import org.jspecify.annotations.Nullable;

/**
 * A part of a chart's facts and its series, as the chart was read for this answer.
 *
 * @param reading the same where the facts have the same ids and stand in the same versions of the same resources
 * @param total how many facts the chart has
 * @param facts from the offset on, the newest first, those without a time last
 * @param series of two numbers or more, with the newest of their points
 * @param seriesBeyond how many more series there are
 */
public record ChartView(
        String reading,
        int total,
        int offset,
        List<Row> facts,
        List<SeriesView> series,
        int seriesBeyond,
        boolean complete,
        List<CoverageView> coverage) {

    private static final int MOST_FACTS = 1_000;
    private static final int MOST_SERIES = 150;
    private static final int MOST_POINTS = 100;
    private static final int LEAST_POINTS = 2;

    /**
     * A fact with the day it is put at in a timeline.
     *
     * @param day {@code yyyy-MM-dd}, the first that its time can mean
     */
    public record Row(FactView fact, @Nullable String day) {}

    /** One test in one unit; another unit is another series, even of the same name. */
    public record SeriesView(String name, String kind, String unit, List<PointView> points, int beyond) {}

    /**
     * A measurement, the oldest first.
     *
     * @param when ISO 8601 in the chart's own time zone, as exact as the source
     * @param value the number as the source wrote it
     * @param comparator where the number is a bound
     * @param low the lower end of this measurement's own reference range, in the series' unit
     * @param flag the source's interpretation
     */
    public record PointView(
            String when,
            String value,
            @Nullable String comparator,
            @Nullable String low,
            @Nullable String high,
            @Nullable String flag,
            String citation) {}

    static ChartView of(Chart chart, int offset) {
        List<Fact> newestFirst = chart.facts().stream()
                .sorted(Comparator.comparing(
                        (Fact fact) -> fact.time().orElse(null),
                        Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder())))
                .toList();
        List<SeriesView> series = offset > 0
                ? List.of()
                : SeriesOf.of(chart).stream()
                        .map(ChartView::series)
                        .filter(one -> one.points().size() >= LEAST_POINTS)
                        .toList();
        return new ChartView(
                reading(newestFirst),
                newestFirst.size(),
                offset,
                newestFirst.stream()
                        .skip(offset)
                        .limit(MOST_FACTS)
                        .map(fact -> row(chart, fact))
                        .toList(),
                series.stream().limit(MOST_SERIES).toList(),
                Math.max(0, series.size() - MOST_SERIES),
                chart.coverage().isComplete(),
                chart.coverage().entries().stream().map(SummaryView::coverage).toList());
    }

    private static String reading(List<Fact> facts) {
        String all = facts.stream()
                .map(fact -> fact.id() + " " + fact.source().versionedReference())
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Row row(Chart chart, Fact fact) {
        return new Row(
                SummaryView.fact(chart, fact.id()).orElseThrow(),
                fact.time().map(time -> time.date().toString()).orElse(null));
    }

    private static SeriesView series(Series series) {
        List<PointView> points =
                series.points().stream().flatMap(point -> point(point).stream()).toList();
        return new SeriesView(
                series.name(),
                series.newest().fact().kind().word(),
                series.newest().value() instanceof Value.Quantity quantity ? quantity.unit() : "",
                points.stream().limit(MOST_POINTS).toList().reversed(),
                Math.max(0, points.size() - MOST_POINTS));
    }

    private static Optional<PointView> point(Series.Point point) {
        return point.value() instanceof Value.Quantity quantity
                ? point.fact()
                        .time()
                        .map(time -> new PointView(
                                time.iso(),
                                quantity.number().toPlainString(),
                                quantity.comparator().orElse(null),
                                bound(point, Value.Range::low, quantity),
                                bound(point, Value.Range::high, quantity),
                                isWhole(point) ? flag(point.fact()) : null,
                                point.fact().id().toString()))
                : Optional.empty();
    }

    /** The range and the flag of a panel are not those of its parts. */
    private static boolean isWhole(Series.Point point) {
        return point.fact().value().filter(point.value()::equals).isPresent();
    }

    private static @Nullable String bound(
            Series.Point point, Function<Value.Range, Optional<Value.Quantity>> end, Value.Quantity of) {
        return Optional.of(point)
                .filter(ChartView::isWhole)
                .flatMap(whole -> whole.fact().attribute(Attribute.Role.REFERENCE_RANGE))
                .flatMap(Attribute::value)
                .filter(Value.Range.class::isInstance)
                .map(Value.Range.class::cast)
                .flatMap(end)
                .filter(limit -> limit.unit().isEmpty() || limit.unit().equals(of.unit()))
                .map(limit -> limit.number().toPlainString())
                .orElse(null);
    }

    private static @Nullable String flag(Fact fact) {
        return fact.attribute(Attribute.Role.INTERPRETATION)
                .map(Attribute::text)
                .orElse(null);
    }
}
