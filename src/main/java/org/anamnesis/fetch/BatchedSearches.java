package org.anamnesis.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Coverage.Outcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;

/**
 * Several small searches in one request (FHIR R4, batch), each with an outcome of its own. An EHR that takes no batch, or
 * whose answer cannot be read as one, is asked one search at a time instead; so is the one search for which an overloaded EHR
 * had no time.
 */
final class BatchedSearches {

    private final List<PagedSearch> searches;
    private final Requests requests;
    private final Experience experience;

    BatchedSearches(List<PagedSearch> searches, Requests requests, Experience experience) {
        this.searches = List.copyOf(searches);
        this.requests = requests;
        this.experience = experience;
    }

    /** The outcomes, in the order of the searches. */
    List<Outcome> run() {
        if (searches.size() < 2 || experience.refusesBatches()) {
            return searches.stream().map(PagedSearch::run).toList();
        }
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        searches.forEach(
                search -> batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(search.relativeUrl()));
        Optional<List<Answer>> answers = requests.batch(batch);
        if (answers.isEmpty() || answers.get().size() != searches.size()) {
            List<Outcome> outcomes = searches.stream().map(PagedSearch::run).toList();
            // Only an EHR that answers at all has refused the batch.
            if (outcomes.stream().noneMatch(Outcome.Failed.class::isInstance)) {
                experience.keepBatchRefused();
            }
            return outcomes;
        }
        List<Outcome> outcomes = new ArrayList<>(searches.size());
        for (int index = 0; index < searches.size(); index++) {
            PagedSearch search = searches.get(index);
            Answer answer = answers.get().get(index);
            outcomes.add(answer.isOverloaded() ? search.run() : search.runFrom(answer));
        }
        return outcomes;
    }
}
