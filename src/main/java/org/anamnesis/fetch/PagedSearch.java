package org.anamnesis.fetch;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * One search of the plan with its pages. A next link is followed within the EHR only, never twice, and not beyond the
 * plan's bounds; that there is no next link does not mean that all was read, so the count is compared. A search that is
 * refused as such (400) is put more weakly.
 */
final class PagedSearch {

    private final Compartment compartment;
    private final Requests requests;
    private final Experience experience;
    private final boolean counts;
    private final Gathered gathered;
    private volatile Wording wording;
    private volatile boolean sorted;

    /** @param counts whether the EHR can be asked how much there is */
    PagedSearch(Wording wording, Compartment compartment, Requests requests, Experience experience, boolean counts) {
        this.compartment = compartment;
        this.requests = requests;
        this.experience = experience;
        this.counts = counts;
        this.wording = experience.with(wording);
        this.sorted = this.wording.isSorted();
        SearchPlan.Search search = wording.search();
        this.gathered = new Gathered(
                new Belonging(compartment, search.type(), !search.includes().isEmpty()),
                search.bounds().resources(),
                wording.since().isPresent());
    }

    /** Sends the search and follows its pages. */
    Outcome run() {
        return runFrom(requests.page(url(relativeUrl())));
    }

    /** Goes on from a first answer, which may have come in a batch. */
    Outcome runFrom(Answer first) {
        Answer answer = first;
        Optional<Wording> weaker = wording.weaker();
        while (answer.isRefusalOfTheSearch() && weaker.isPresent()) {
            wording = weaker.get();
            answer = requests.page(url(relativeUrl()));
            weaker = wording.weaker();
        }
        sorted = wording.isSorted();
        if (answer instanceof Answer.Arrived) {
            experience.keep(wording);
        }
        return follow(url(relativeUrl()), answer);
    }

    /** The first page's URL, relative to the EHR's base. */
    String relativeUrl() {
        return wording.query(compartment.patientId());
    }

    /** The resource type. */
    String type() {
        return wording.search().type();
    }

    /** What came of it where the deadline came first. */
    Outcome late() {
        return gathered.failed("timeout");
    }

    /** The line of the coverage. */
    Coverage.Entry entry(Outcome outcome) {
        return new Coverage.Entry(type(), wording.asked(sorted), outcome);
    }

    /** The resources that it brought. */
    List<Resource> resources() {
        return gathered.resources();
    }

    /** See {@link Gathered#together}; for a search of a part it is the outcome itself. */
    Outcome together(Outcome outcome, int ofTheType) {
        return wording.asksForTheWholeType() ? gathered.together(outcome, ofTheType) : outcome;
    }

    private Outcome follow(URI first, Answer firstPage) {
        Set<URI> visited = new HashSet<>(Set.of(first));
        boolean conditionsKept = true;
        Answer answer = firstPage;
        for (int page = 1; ; page++) {
            if (!(answer instanceof Answer.Arrived arrived) || !(arrived.resource() instanceof Bundle bundle)) {
                return failed(answer);
            }
            if (page == 1) {
                Heeded heeded = Heeded.of(bundle, wording);
                sorted &= heeded.sort();
                conditionsKept = heeded.conditions();
            }
            gathered.add(bundle, arrived.unreadable());
            Optional<String> link =
                    Optional.ofNullable(bundle.getLink(Bundle.LINK_NEXT)).map(BundleLinkComponent::getUrl);
            boolean enough = gathered.isFull() || page >= wording.search().bounds().pages();
            if (link.isEmpty() || enough) {
                return conditionsKept ? counted(link.isPresent()) : gathered.failed("condition-ignored");
            }
            Optional<URI> next = compartment.origin().within(link.get());
            if (next.isEmpty()) {
                return gathered.failed("next-link-refused");
            }
            if (!visited.add(next.get())) {
                return gathered.failed("next-link-loop");
            }
            answer = requests.page(next.get());
        }
    }

    private Outcome counted(boolean more) {
        if (counts && gathered.needsCount()) {
            Answer answer = requests.page(url(wording.countQuery(compartment.patientId())));
            if (answer instanceof Answer.Arrived arrived
                    && arrived.resource() instanceof Bundle bundle
                    && bundle.hasTotal()) {
                gathered.total(bundle.getTotal());
            }
        }
        return gathered.ended(more);
    }

    private Outcome failed(Answer answer) {
        return switch (answer) {
            case Answer.Refused refused ->
                gathered.read() == 0 ? new Outcome.NotPermitted() : gathered.failed("not-permitted");
            case Answer.Absent absent -> gathered.failed("http-404");
            case Answer.Broken broken -> gathered.failed(broken.reason());
            case Answer.Arrived arrived -> gathered.failed("unreadable-answer");
        };
    }

    private URI url(String relative) {
        return URI.create(compartment.origin().base() + "/" + relative);
    }
}
