package org.anamnesis.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.Course;
import org.anamnesis.course.Stay;
import org.anamnesis.digest.LineText.Mention;

/** The lines of what else a chart holds: past problems and medicines, stays, procedures, plans, and things told once. */
final class OtherLines {

    private static final int EARLIER = 3;

    private static final Comparator<Fact> NEWEST_FIRST = Comparator.comparing(
            (Fact fact) -> fact.time().orElse(null), Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder()));

    private final Folded folded;
    private final Chart chart;
    private final Set<CitationId> told;

    /** @param told what stands in the digest already */
    OtherLines(Folded folded, Set<CitationId> told) {
        this.folded = folded;
        this.chart = folded.chart();
        this.told = told;
    }

    /** Every fact of the kinds in its own line, in the chart's order. */
    List<Line> single(FactKind... kinds) {
        return Stream.of(kinds)
                .flatMap(chart::facts)
                .filter(fact -> !told.contains(fact.id()))
                .map(Line::of)
                .toList();
    }

    /** One line for all facts of one name: the newest, and when else. */
    List<Line> repeated(FactKind kind) {
        Map<String, List<Fact>> byName = new LinkedHashMap<>();
        chart.facts(kind)
                .filter(fact -> !told.contains(fact.id()))
                .sorted(NEWEST_FIRST)
                .forEach(fact -> byName.computeIfAbsent(
                                fact.concept().text().toLowerCase(Locale.ROOT) + fact.standing(),
                                first -> new ArrayList<>())
                        .add(fact));
        return byName.values().stream()
                .map(facts -> {
                    List<Mention> earlier = facts.stream()
                            .skip(1)
                            .limit(EARLIER)
                            .map(fact -> Mention.of(fact, ""))
                            .toList();
                    return new LineText(facts.getFirst())
                            .facts("earlier", earlier)
                            .standingFor(facts.stream());
                })
                .toList();
    }

    List<Line> problems() {
        return folded.threads().stream()
                .filter(thread -> !told.contains(thread.deciding().id()))
                .map(ProblemLines::of)
                .toList();
    }

    /** What is on hold first, then the last ended. */
    List<Line> medications() {
        return folded.courses().stream()
                .filter(course -> !told.contains(course.deciding().getFirst().id()))
                .sorted(Comparator.comparing((Course course) -> course.standing() != Standing.ON_HOLD)
                        .thenComparing(
                                course -> course.last().orElse(null),
                                Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder())))
                .map(course -> MedicationLines.of(course, chart.asOf()))
                .toList();
    }

    /** The newest first, each with its parts. */
    List<Line> stays(Moment moment) {
        return folded.stays().stream()
                .filter(stay -> stay.encounters().noneMatch(encounter -> told.contains(encounter.id())))
                .sorted(Comparator.comparing(
                        (Stay stay) -> stay.begin().orElse(null),
                        Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder())))
                .map(stay -> stay(stay, moment))
                .toList();
    }

    private static Line stay(Stay stay, Moment moment) {
        Fact first = stay.encounters().findFirst().orElseThrow();
        List<Mention> parts = stay.parts().stream()
                .filter(part -> !part.equals(first))
                .map(part -> Mention.of(part, part.concept().text()))
                .toList();
        return new LineText(first)
                .field(moment.relative(end(first)))
                .facts("with", parts)
                .standingFor(stay.encounters());
    }

    private static Optional<ClinicalTime> end(Fact encounter) {
        return encounter.attribute(Role.ENDED).flatMap(Attribute::time);
    }
}
