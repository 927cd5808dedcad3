package org.anamnesis.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.course.Series;
import org.anamnesis.course.Series.Point;
import org.anamnesis.digest.LineText.Mention;

/** Tests and vital signs as lines, one a series: the newest value, the ones before it, and the extremes. */
final class ResultLines {

    private static final int EARLIER = 2;
    private static final int LONGEST_VALUE = 40;

    private static final Comparator<Fact> NEWEST_FIRST = Comparator.comparing(
            (Fact fact) -> fact.time().map(ClinicalTime::date).orElse(null),
            Comparator.nullsLast(Comparator.reverseOrder()));

    private ResultLines() {}

    /** The newest day first, and of a day what is marked as abnormal first. */
    static List<Line> of(Folded folded, FactKind kind, Moment moment) {
        List<Series> all = folded.series().stream()
                .filter(series -> series.newest().fact().kind() == kind)
                .filter(series -> !isOnlyOfPanels(series))
                .sorted(Comparator.comparing((Series series) -> series.newest().fact(), NEWEST_FIRST)
                        .thenComparing(series -> series.newest()
                                .fact()
                                .attribute(Role.INTERPRETATION)
                                .isEmpty()))
                .toList();
        Set<CitationId> told = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (Series series : all) {
            series.points().forEach(point -> told.add(point.fact().id()));
            lines.add(line(series, moment));
        }
        folded.chart()
                .facts(kind)
                .filter(fact -> !told.contains(fact.id()))
                .sorted(NEWEST_FIRST)
                .map(Line::of)
                .forEach(lines::add);
        return lines;
    }

    /** The parts of a panel stand in the panel's line. */
    private static boolean isOnlyOfPanels(Series series) {
        return series.points().stream()
                .allMatch(point -> point.fact().value().orElse(null) instanceof Value.Panel
                        && !(point.value() instanceof Value.Panel));
    }

    private static Line line(Series series, Moment moment) {
        Fact newest = series.newest().fact();
        List<Point> before = series.points().stream().skip(1).toList();
        Set<CitationId> mentioned = new HashSet<>(Set.of(newest.id()));
        List<Mention> earlier = mentions(before.stream().limit(EARLIER), mentioned);
        List<Mention> lowest = before.size() > EARLIER ? mentions(series.lowest().stream(), mentioned) : List.of();
        List<Mention> highest = before.size() > EARLIER ? mentions(series.highest().stream(), mentioned) : List.of();
        Optional<String> count = Optional.of(series)
                .filter(counted -> counted.count() > EARLIER + 1)
                .flatMap(counted -> counted.first().fact().time())
                .map(first -> series.count() + " since " + first.date());
        return new LineText(newest)
                .field(moment.relative(newest.time()))
                .facts("earlier", earlier)
                .facts("lowest", lowest)
                .facts("highest", highest)
                .field(count)
                .standingFor(series.points().stream().map(Point::fact));
    }

    private static List<Mention> mentions(Stream<Point> points, Set<CitationId> mentioned) {
        return points.filter(point -> mentioned.add(point.fact().id()))
                .map(point -> Mention.of(point.fact(), shortened(point.value().text())))
                .toList();
    }

    /** A report's words are read whole where it is the newest; an earlier one is found by its id. */
    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }
}
