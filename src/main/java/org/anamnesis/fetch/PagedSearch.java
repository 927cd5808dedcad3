package org.anamnesis.fetch;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Coverage.Outcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;

/**
 * One search of the plan with its pages. A next link is followed within the EHR only, never twice, and not beyond the
 * plan's bounds; that there is no next link does not mean that all was read, so the count is compared.
 */
final class PagedSearch {

    private final SearchPlan.Search search;
    private final Compartment compartment;
    private final Requests requests;
    private final Gathered gathered;

    PagedSearch(SearchPlan.Search search, Compartment compartment, Requests requests, Gathered gathered) {
        this.search = search;
        this.compartment = compartment;
        this.requests = requests;
        this.gathered = gathered;
    }

    /** Sends the search and follows its pages. */
    Outcome run() {
        URI first = url(query());
        return follow(first, requests.page(first));
    }

    /** Goes on from a first page that came in a batch. */
    Outcome runFrom(Answer firstPage) {
        return follow(url(query()), firstPage);
    }

    /** The first page's URL, relative to the EHR's base. */
    String relativeUrl() {
        return search.type() + "?" + query().replace("{patient}", compartment.patientId());
    }

    private Outcome follow(URI first, Answer firstPage) {
        Set<URI> visited = new HashSet<>(Set.of(first));
        Answer answer = firstPage;
        for (int page = 1; ; page++) {
            if (!(answer instanceof Answer.Arrived arrived) || !(arrived.resource() instanceof Bundle bundle)) {
                return failed(answer);
            }
            gathered.add(bundle, arrived.unreadable());
            Optional<String> link =
                    Optional.ofNullable(bundle.getLink(Bundle.LINK_NEXT)).map(BundleLinkComponent::getUrl);
            if (link.isEmpty()) {
                return counted(false);
            }
            if (gathered.isFull() || page >= search.maxPages()) {
                return counted(true);
            }
            Optional<URI> next = compartment.origin().within(link.get());
            if (next.isEmpty()) {
                return new Outcome.Failed("next-link-refused", gathered.read());
            }
            if (!visited.add(next.get())) {
                return new Outcome.Failed("next-link-loop", gathered.read());
            }
            answer = requests.page(next.get());
        }
    }

    private Outcome counted(boolean more) {
        if (gathered.needsCount()) {
            Answer answer = requests.page(url(search.query() + "&_summary=count"));
            if (answer instanceof Answer.Arrived arrived
                    && arrived.resource() instanceof Bundle bundle
                    && bundle.hasTotal()) {
                gathered.total(bundle.getTotal());
            }
        }
        return gathered.ended(more);
    }

    private Outcome failed(Answer answer) {
        int read = gathered.read();
        return switch (answer) {
            case Answer.Refused refused ->
                read == 0 ? new Outcome.NotPermitted() : new Outcome.Failed("not-permitted", read);
            case Answer.Absent absent -> new Outcome.Failed("http-404", read);
            case Answer.Broken broken -> new Outcome.Failed(broken.reason(), read);
            case Answer.Arrived arrived -> new Outcome.Failed("unreadable-answer", read);
        };
    }

    private String query() {
        return search.query() + "&_count=" + search.pageSize();
    }

    private URI url(String query) {
        return URI.create(compartment.origin().base() + "/" + search.type() + "?"
                + query.replace("{patient}", compartment.patientId()));
    }
}
