package org.anamnesis.fetch;

import java.util.List;
import java.util.Map;

/**
 * What to ask an EHR for one patient's chart, as data.
 *
 * @param searches asked, in the order of the coverage
 * @param notAsked resource types left out on purpose, each with the reason
 */
public record SearchPlan(List<Search> searches, Map<String, String> notAsked) {

    public SearchPlan {
        searches = List.copyOf(searches);
        notAsked = Map.copyOf(notAsked);
    }

    /**
     * One typed search.
     *
     * @param type the resource type
     * @param asked what is asked, in words for the coverage, e.g. {@code laboratory, newest 400}
     * @param query the query, {@code {patient}} standing for the patient's id
     * @param pageSize the {@code _count} asked for
     * @param maxResources more are not read
     * @param maxPages more are not followed
     */
    public record Search(String type, String asked, String query, int pageSize, int maxResources, int maxPages) {}
}
