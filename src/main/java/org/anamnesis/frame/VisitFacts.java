package org.anamnesis.frame;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Visit;

/**
 * The facts of one visit: those that say they are of it or of a part of it, and those that say nothing and fall in its time.
 */
final class VisitFacts {

    private final Visit visit;
    private final Set<ResourceId> encounters;

    private VisitFacts(Visit visit, Set<ResourceId> encounters) {
        this.visit = visit;
        this.encounters = encounters;
    }

    static Set<CitationId> of(Visit visit, Chart chart) {
        VisitFacts facts = new VisitFacts(visit, withParts(visit, chart.facts(FactKind.ENCOUNTER).toList()));
        return chart.facts().stream().filter(facts::has).map(Fact::id).collect(Collectors.toSet());
    }

    /** A stay has parts, and these have parts; each is added once, so a circle ends. */
    private static Set<ResourceId> withParts(Visit visit, List<Fact> encounters) {
        Set<ResourceId> known = new HashSet<>(Set.of(visit.encounter()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Fact part : encounters) {
                boolean isPart = part.relations().encounter().filter(known::contains).isPresent();
                grows |= isPart && known.add(part.source().resource());
            }
        }
        return known;
    }

    private boolean has(Fact fact) {
        Optional<ResourceId> named = fact.relations().encounter();
        return encounters.contains(fact.source().resource())
                || named.filter(encounters::contains).isPresent()
                || (named.isEmpty()
                        && fact.kind() != FactKind.ENCOUNTER
                        && fact.time().filter(this::isDuring).isPresent());
    }

    private boolean isDuring(ClinicalTime time) {
        boolean begun = visit.start().filter(start -> !time.isWhollyBefore(start)).isPresent();
        boolean over = visit.end().filter(end -> end.isWhollyBefore(time)).isPresent();
        return begun && !over;
    }
}
