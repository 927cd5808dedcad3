package org.anamnesis.focus;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.focus.Asked.Choosing;
import org.anamnesis.focus.Asked.Subject;
import org.anamnesis.focus.StayCue.Kind;
import org.anamnesis.focus.StayCue.Relation;

/** Settles what a stay in a question is: what is asked about, or the bound of something else that is asked about. */
final class Settled {

    private static final Set<Topic> STAYS =
            EnumSet.of(Topic.HOSPITAL, Topic.INTENSIVE, Topic.EMERGENCY, Topic.VISIT, Topic.PLACE);

    private Settled() {}

    static Asked of(
            Subject subject,
            List<StayCue> stays,
            Choosing choice,
            List<Window> spans,
            List<Meaning> meanings,
            LocalDateTime now) {
        Set<Topic> others = EnumSet.noneOf(Topic.class);
        others.addAll(subject.topics());
        others.removeAll(STAYS);
        boolean ofAdmission = subject.qualifiers().stream()
                .anyMatch(qualifier -> qualifier.roles().equals(Set.of(Role.ADMITTED_FROM)));
        boolean aboutStays = others.isEmpty()
                && subject.names().isEmpty()
                && (ofAdmission || !stays.isEmpty() || !subject.topics().isEmpty());
        if (!aboutStays) {
            Subject narrowed = new Subject(others, subject.names(), subject.qualifiers());
            return new Asked(narrowed, spans, stays.stream().findFirst(), choice, meanings, now);
        }
        Topic topic = topic(subject, stays);
        List<Rank> ranks = new ArrayList<>(choice.ranks());
        List<StayCue> bounds = new ArrayList<>();
        for (StayCue stay : stays) {
            boolean same = topicOf(stay) == topic || stay.kind() == Kind.ANY || !stay.led();
            if (same && stay.relation() == Relation.DURING) {
                stay.rank().filter(rank -> !ranks.contains(rank)).ifPresent(ranks::add);
            } else {
                bounds.add(stay);
            }
        }
        return new Asked(
                new Subject(EnumSet.of(topic), List.of(), subject.qualifiers()),
                spans,
                bounds.stream().findFirst(),
                new Choosing(ranks, choice.extremes(), choice.comparison(), choice.standings(), choice.ofAll()),
                meanings,
                now);
    }

    /** The narrower one is asked about: "the first hospital stay in the ICU". */
    private static Topic topic(Subject subject, List<StayCue> stays) {
        if (subject.topics().contains(Topic.PLACE)) {
            return Topic.PLACE;
        }
        Set<Topic> asked = EnumSet.noneOf(Topic.class);
        asked.addAll(subject.topics());
        if (asked.isEmpty()) {
            stays.forEach(stay -> asked.add(topicOf(stay)));
        }
        if (asked.contains(Topic.INTENSIVE) || stays.stream().anyMatch(stay -> stay.kind() == Kind.INTENSIVE)) {
            return Topic.INTENSIVE;
        }
        return asked.contains(Topic.EMERGENCY) ? Topic.EMERGENCY : Topic.HOSPITAL;
    }

    private static Topic topicOf(StayCue stay) {
        return switch (stay.kind()) {
            case INTENSIVE -> Topic.INTENSIVE;
            case EMERGENCY -> Topic.EMERGENCY;
            case HOSPITAL, ANY -> Topic.HOSPITAL;
        };
    }
}
