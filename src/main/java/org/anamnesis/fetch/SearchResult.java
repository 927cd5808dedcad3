package org.anamnesis.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;
import org.hl7.fhir.r4.model.Resource;

/**
 * What one search brought.
 *
 * @param search the search as it was carried out
 * @param outcome what came of it
 */
record SearchResult(PagedSearch search, Outcome outcome) {

    /** All lines of the coverage, a search of a whole type judged by what all searches of the type read. */
    static List<Coverage.Entry> entries(List<SearchResult> results) {
        Map<String, Set<String>> read = new HashMap<>();
        for (SearchResult result : results) {
            Set<String> ids = read.computeIfAbsent(result.search.type(), type -> new HashSet<>());
            result.search.resources().stream()
                    .filter(resource -> resource.fhirType().equals(result.search.type()))
                    .forEach(resource -> ids.add(place(resource)));
        }
        return results.stream()
                .map(result -> {
                    int ofTheType =
                            read.getOrDefault(result.search.type(), Set.of()).size();
                    return result.search.entry(result.search.together(result.outcome, ofTheType));
                })
                .toList();
    }

    /** All resources, none twice, in the order of the searches. */
    static List<Resource> resources(List<SearchResult> results) {
        Set<String> seen = new HashSet<>();
        List<Resource> all = new ArrayList<>();
        for (SearchResult result : results) {
            result.search.resources().stream()
                    .filter(resource -> seen.add(place(resource)))
                    .forEach(all::add);
        }
        return all;
    }

    /** Type and id; where an EHR gives no id, the thing itself. */
    private static String place(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        return resource.fhirType() + "/" + (id == null ? "?" + System.identityHashCode(resource) : id);
    }
}
