package org.anamnesis.fetch;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.chart.Coverage.Outcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;

/**
 * Several small searches in one request (FHIR R4, batch), each with an outcome of its own. An EHR that takes no batch, or
 * whose answer cannot be read as one, is asked one search at a time instead.
 */
final class BatchedSearches {

    private final List<PagedSearch> searches;
    private final Requests requests;

    BatchedSearches(List<PagedSearch> searches, Requests requests) {
        this.searches = List.copyOf(searches);
        this.requests = requests;
    }

    /** The outcomes, in the order of the searches. */
    List<Outcome> run() {
        if (searches.isEmpty()) {
            return List.of();
        }
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        searches.forEach(
                search -> batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(search.relativeUrl()));
        Answer answer = requests.batch(batch);
        if (!(answer instanceof Answer.Arrived arrived)
                || arrived.unreadable() > 0
                || !(arrived.resource() instanceof Bundle answered)
                || answered.getType() != BundleType.BATCHRESPONSE
                || answered.getEntry().size() != searches.size()) {
            return searches.stream().map(PagedSearch::run).toList();
        }
        List<Outcome> outcomes = new ArrayList<>(searches.size());
        for (int index = 0; index < searches.size(); index++) {
            outcomes.add(searches.get(index).runFrom(answer(answered.getEntry().get(index))));
        }
        return outcomes;
    }

    /** An entry's status line starts with the HTTP status. */
    private static Answer answer(BundleEntryComponent entry) {
        String status = entry.getResponse().getStatus();
        if (status == null || !status.matches("[1-5][0-9]{2}\\b.*")) {
            return new Answer.Broken("unreadable-answer");
        }
        if (status.startsWith("2")) {
            return entry.getResource() == null
                    ? new Answer.Broken("unreadable-answer")
                    : new Answer.Arrived(entry.getResource(), 0);
        }
        return Requests.status(Integer.parseInt(status.substring(0, 3)));
    }
}
