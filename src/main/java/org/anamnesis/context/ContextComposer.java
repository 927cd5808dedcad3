package org.anamnesis.context;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.conflict.Conflicts;
import org.anamnesis.course.Courses;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;
import org.anamnesis.focus.Choice;
import org.anamnesis.focus.Focus;
import org.anamnesis.focus.Question;
import org.anamnesis.frame.Framed;
import org.hl7.fhir.r4.model.Resource;

/** Chooses from a chart what is wanted of it. */
final class ContextComposer {

    private ContextComposer() {}

    static PatientContext compose(Chart whole, List<Resource> resources, String base, Wanted wanted) {
        Framed framed = wanted.frame().of(whole);
        Chart chart = framed.chart();
        Optional<Choice> choice = wanted.focus().map(text -> new Focus(chart).choose(new Question(text, chart.asOf())));
        Digest digest = choice.map(made -> Digester.digest(chart, visitFirst(made, framed), wanted.budget()))
                .orElseGet(() -> Digester.digest(chart, framed.ofVisit(), wanted.budget()));
        Set<CitationId> told = digest.included().stream().map(CitationId::whole).collect(Collectors.toSet());
        return new PatientContext(
                wanted,
                framed,
                choice,
                digest,
                Courses.of(chart).stream()
                        .filter(course -> course.facts().stream().anyMatch(fact -> told.contains(fact.id())))
                        .toList(),
                Conflicts.of(chart).stream()
                        .filter(conflict -> choice.isEmpty()
                                || conflict.citations().map(CitationId::whole).anyMatch(told::contains))
                        .toList(),
                sources(chart, digest, resources),
                base);
    }

    /** The most relevant first, but what is of the visit before what is not. */
    private static List<CitationId> visitFirst(Choice choice, Framed framed) {
        List<CitationId> ids = switch (choice) {
            case Choice.Chosen chosen -> chosen.ids();
            case Choice.NothingFound none -> none.lookedAt();
        };
        return Stream.concat(
                        ids.stream().filter(id -> framed.ofVisit().contains(id.whole())),
                        ids.stream().filter(id -> !framed.ofVisit().contains(id.whole())))
                .toList();
    }

    /** The resources behind the chosen facts, in the order in which they were read. */
    private static List<Resource> sources(Chart chart, Digest digest, List<Resource> resources) {
        Set<ResourceId> wanted = new LinkedHashSet<>();
        digest.included().stream()
                .flatMap(id -> chart.fact(id.whole()).stream())
                .flatMap(fact -> fact.resources())
                .forEach(wanted::add);
        return resources.stream()
                // Two searches may have returned one resource: taken out when it is met, it is met once.
                .filter(resource -> wanted.remove(new ResourceId(
                        resource.fhirType(), resource.getIdElement().getIdPart())))
                .toList();
    }
}
