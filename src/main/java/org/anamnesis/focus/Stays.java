package org.anamnesis.focus;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Source;
import org.anamnesis.focus.StayCue.Kind;

/** The visits and stays of a chart, and what belongs to each: what names it, and else what happened within its time. */
final class Stays {

    private static final int MAX_DEPTH = 5;

    private final List<Fact> inOrder;
    private final Map<ResourceId, Fact> byResource = new HashMap<>();

    Stays(Chart chart) {
        this.inOrder = chart.facts(FactKind.ENCOUNTER)
                .sorted((one, other) -> start(one).compareTo(start(other)))
                .toList();
        inOrder.forEach(stay -> {
            byResource.put(stay.source().resource(), stay);
            stay.alsoIn().stream().map(Source::resource).forEach(also -> byResource.put(also, stay));
        });
    }

    /** When it was so: a diagnosis without a time of its own was made at the stay it belongs to. */
    Optional<ClinicalTime> time(Fact fact) {
        return fact.time().or(() -> stay(fact).flatMap(Fact::time));
    }

    /** The stay a fact names. */
    Optional<Fact> stay(Fact fact) {
        return fact.relations().encounter().map(byResource::get);
    }

    /** The stays a question means, in order of time; only what had begun by then. */
    List<Fact> meant(StayCue cue, LocalDateTime now) {
        List<List<Fact>> begun = inOrder.stream()
                .filter(stay -> isOf(cue.kind(), stay))
                .filter(stay ->
                        stay.time().filter(time -> time.local().isAfter(now)).isEmpty())
                .map(List::of)
                .toList();
        return cue.rank()
                .map(rank -> rank.of(begun))
                .orElseGet(() -> begun.stream().flatMap(List::stream).toList());
    }

    /** Whether a fact lies to one of the stays as the question says. */
    boolean holds(StayCue.Relation relation, Fact fact, List<Fact> stays) {
        return stays.stream().anyMatch(stay -> holds(relation, fact, stay));
    }

    private boolean holds(StayCue.Relation relation, Fact fact, Fact stay) {
        if (relation == StayCue.Relation.DURING) {
            return isDuring(fact, stay);
        }
        LocalDateTime start = start(stay);
        LocalDateTime end = end(stay);
        return time(fact)
                .map(ClinicalTime::local)
                .filter(time -> switch (relation) {
                    case BEFORE -> time.isBefore(start);
                    case AFTER -> time.isAfter(end);
                    case SINCE -> !time.isBefore(start);
                    case DURING -> true;
                })
                .isPresent();
    }

    private boolean isDuring(Fact fact, Fact stay) {
        List<Fact> named = above(fact);
        if (named.contains(stay)) {
            return true;
        }
        boolean byTime = named.isEmpty() || above(stay).contains(named.getFirst());
        return byTime
                && time(fact)
                        .filter(time -> new Window(start(stay), end(stay)).holds(time))
                        .isPresent();
    }

    /** The stay a fact names, the one that is a part of, and so on. */
    private List<Fact> above(Fact fact) {
        List<Fact> stays = new ArrayList<>();
        Optional<Fact> next = stay(fact);
        while (next.isPresent() && stays.size() < MAX_DEPTH) {
            stays.add(next.get());
            next = stay(next.get());
        }
        return stays;
    }

    private static boolean isOf(Kind kind, Fact stay) {
        Topic topic = TopicOf.fact(stay);
        return switch (kind) {
            case HOSPITAL, ANY -> topic == Topic.HOSPITAL;
            case INTENSIVE -> topic == Topic.INTENSIVE;
            case EMERGENCY -> topic == Topic.EMERGENCY;
        };
    }

    private static LocalDateTime start(Fact stay) {
        return stay.time().map(ClinicalTime::local).orElse(LocalDateTime.MIN);
    }

    private static LocalDateTime end(Fact stay) {
        return stay.attribute(Role.ENDED)
                .flatMap(Attribute::time)
                .map(ClinicalTime::local)
                .orElse(LocalDateTime.MAX);
    }
}
