package org.anamnesis.summary;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.draft.LookBack;
import org.anamnesis.draft.LookedBack;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.rules.MustInclude;
import org.anamnesis.wordlist.WordList;

/**
 * What of a chart a summary is written from when it looks back so far and no farther. Only what happens at a time can be too
 * old: results, vital signs, notes, procedures, visits, immunizations. The rest stays however old it is, and so does what has no
 * date, what goes on or is still open, what left something in the body, and what no summary may leave out.
 *
 * <p>It chooses what is written from. What is written is checked against the whole chart.
 */
public final class Horizon {

    /** Everything in the chart. */
    static final Horizon NONE = new Horizon(Optional.empty(), Set.of());

    private static final Set<FactKind> HAPPENING = EnumSet.of(
            FactKind.RESULT,
            FactKind.VITAL,
            FactKind.NOTE,
            FactKind.PROCEDURE,
            FactKind.ENCOUNTER,
            FactKind.IMMUNIZATION);

    private static final Set<FactKind> LASTING = EnumSet.of(FactKind.PROCEDURE, FactKind.ENCOUNTER);

    private static final List<String> IMPLANTS = List.copyOf(WordList.words("summary/implants.txt"));

    private record Edge(LookBack lookBack, ClinicalTime from) {}

    private final Optional<Edge> edge;
    private final Set<CitationId> kept;

    private Horizon(Optional<Edge> edge, Set<CitationId> kept) {
        this.edge = edge;
        this.kept = kept;
    }

    /**
     * The horizon of a chart.
     *
     * @param lookBack how far
     * @param until from when it counts back
     * @param chart whose facts no summary may leave out are looked for
     * @param ofVisit facts that are kept besides: those of the visit that is asked for
     */
    static Horizon of(LookBack lookBack, ClinicalTime until, Chart chart, Set<CitationId> ofVisit) {
        return lookBack.period()
                .map(period -> {
                    Set<CitationId> kept = new HashSet<>(ofVisit);
                    MustInclude.cited(chart, SummaryKind.BRIEF).stream()
                            .flatMap(id -> CitationId.parse(id).stream())
                            .map(CitationId::whole)
                            .forEach(kept::add);
                    ClinicalTime from = ClinicalTime.day(until.date().minus(period));
                    return new Horizon(Optional.of(new Edge(lookBack, from)), kept);
                })
                .orElse(NONE);
    }

    /** The chart as far as it is looked at. */
    Chart of(Chart chart) {
        if (edge.isEmpty()) {
            return chart;
        }
        List<Fact> facts = chart.facts().stream().filter(this::isSeen).toList();
        Set<CitationId> ids = facts.stream().map(Fact::id).collect(Collectors.toSet());
        return new Chart(
                chart.patient(),
                facts,
                chart.notes().stream().filter(note -> ids.contains(note.id())).toList(),
                chart.coverage(),
                chart.asOf());
    }

    /** What of the chart is not looked at; empty where all of it is wanted. */
    Optional<LookedBack> beyond(Chart chart) {
        return edge.map(known -> {
            Map<FactKind, Integer> notUsed = new EnumMap<>(FactKind.class);
            chart.facts().stream()
                    .filter(fact -> !isSeen(fact))
                    .forEach(fact -> notUsed.merge(fact.kind(), 1, Integer::sum));
            return new LookedBack(known.lookBack(), known.from(), notUsed);
        });
    }

    private boolean isSeen(Fact fact) {
        return edge.isEmpty()
                || !HAPPENING.contains(fact.kind())
                || !isOver(fact, edge.get().from())
                || isOpen(fact)
                || isImplant(fact)
                || kept.contains(fact.id());
    }

    /** What has no date is never over. */
    private static boolean isOver(Fact fact, ClinicalTime from) {
        Optional<ClinicalTime> ended =
                fact.attribute(Attribute.Role.ENDED).flatMap(Attribute::time).or(fact::time);
        boolean goesOn = LASTING.contains(fact.kind())
                && fact.standing() == Standing.ACTIVE
                && fact.attribute(Attribute.Role.ENDED).isEmpty();
        return !goesOn && ended.filter(end -> end.isWhollyBefore(from)).isPresent();
    }

    /** A result that somebody still waits for. */
    private static boolean isOpen(Fact fact) {
        return (fact.kind() == FactKind.RESULT || fact.kind() == FactKind.VITAL)
                && (fact.standing() == Standing.PRELIMINARY
                        || (fact.standing() == Standing.PLANNED && fact.value().isEmpty()));
    }

    /** Rather too many than too few: what may lie in the body is asked for before every scan. */
    private static boolean isImplant(Fact fact) {
        String name = fact.concept().text().toLowerCase(Locale.ROOT);
        return fact.kind() == FactKind.PROCEDURE && IMPLANTS.stream().anyMatch(name::contains);
    }
}
