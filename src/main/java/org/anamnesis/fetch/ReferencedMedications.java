package org.anamnesis.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The medications that orders and mixes refer to and that did not come along: an EHR that includes nothing leaves them behind,
 * and an order would have no name. A bounded number of them is asked for by lists of ids.
 */
final class ReferencedMedications {

    private static final String TYPE = "Medication";
    private static final int MOST = 200;
    private static final int IDS_A_REQUEST = 50;

    /** An order refers to a mix, and a mix to its ingredients. */
    private static final int STEPS = 2;

    private final Compartment compartment;
    private final Requests requests;
    private final Lanes lanes;
    private final Set<String> lacking = new LinkedHashSet<>();
    private final List<Resource> brought = new ArrayList<>();
    private Optional<Outcome> problem = Optional.empty();

    ReferencedMedications(Compartment compartment, Requests requests, Lanes lanes) {
        this.compartment = compartment;
        this.requests = requests;
        this.lanes = lanes;
    }

    /** What these resources refer to and what is not among them. */
    List<Resource> complete(List<Resource> resources, boolean permitted) {
        List<Resource> from = resources;
        for (int step = 0; step < STEPS && !from.isEmpty(); step++) {
            Set<String> wanted = new LinkedHashSet<>();
            from.stream().flatMap(this::references).forEach(wanted::add);
            Stream.concat(resources.stream(), brought.stream())
                    .filter(Medication.class::isInstance)
                    .forEach(there -> wanted.remove(there.getIdElement().getIdPart()));
            wanted.removeAll(lacking);
            int room = Math.max(0, MOST - lacking.size());
            lacking.addAll(wanted);
            from = permitted ? ask(wanted.stream().limit(room).toList()) : List.of();
            brought.addAll(from);
        }
        if (!permitted) {
            problem = Optional.of(new Outcome.NotPermitted());
        }
        return List.copyOf(brought);
    }

    /** The line of the coverage, where anything was lacking. */
    Optional<Coverage.Entry> entry() {
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(new Coverage.Entry(TYPE, "referred to by orders", outcome()));
    }

    private Outcome outcome() {
        OptionalInt total = OptionalInt.of(lacking.size());
        if (brought.size() == lacking.size()) {
            return new Outcome.Found(brought.size(), 0, total);
        }
        return brought.isEmpty() && problem.isPresent()
                ? problem.get()
                : new Outcome.CutOff(brought.size(), total);
    }

    private List<Resource> ask(List<String> ids) {
        List<Future<Answer>> answers = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_A_REQUEST) {
            String list = String.join(",", ids.subList(from, Math.min(ids.size(), from + IDS_A_REQUEST)));
            URI url = URI.create(
                    compartment.origin().base() + "/" + TYPE + "?_id=" + list + "&_count=" + IDS_A_REQUEST);
            answers.add(lanes.submit(() -> requests.page(url)));
        }
        List<Resource> came = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            take(lanes.await(answer).orElse(new Answer.Broken("timeout")), ids, came);
        }
        return came;
    }

    private void take(Answer answer, List<String> ids, List<Resource> into) {
        switch (answer) {
            case Answer.Arrived arrived when arrived.resource() instanceof Bundle bundle ->
                bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(Medication.class::isInstance)
                        .filter(medication -> ids.contains(medication.getIdElement().getIdPart()))
                        .forEach(into::add);
            case Answer.Refused refused -> problem = Optional.of(new Outcome.NotPermitted());
            case Answer.Broken broken -> problem = Optional.of(new Outcome.Failed(broken.reason(), 0));
            case Answer.Absent absent -> problem = Optional.of(new Outcome.Failed("http-404", 0));
            case Answer.Arrived other -> problem = Optional.of(new Outcome.Failed("unreadable-answer", 0));
        }
    }

    /** The ids of medications of this EHR that a resource refers to. */
    private Stream<String> references(Resource resource) {
        Stream<Property> properties = resource instanceof Medication medication
                ? medication.getIngredient().stream().map(ingredient -> ingredient.getNamedProperty("item[x]"))
                : Stream.of(resource.getNamedProperty("medication[x]"));
        return properties
                .filter(Objects::nonNull)
                .map(Property::getValues)
                .flatMap(List<Base>::stream)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .map(Reference::getReference)
                .filter(Objects::nonNull)
                .flatMap(target -> compartment.origin().idOf(TYPE, target).stream());
    }
}
