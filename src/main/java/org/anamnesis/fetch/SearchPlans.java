package org.anamnesis.fetch;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which plan each EHR is asked by.
 *
 * @param byBase the plans of the EHRs that have their own, by their FHIR base
 * @param usual the plan of all others
 */
public record SearchPlans(Map<URI, SearchPlan> byBase, SearchPlan usual) {

    /** Every EHR by the shipped plan. */
    public static final SearchPlans SHIPPED = new SearchPlans(Map.of());

    public SearchPlans {
        byBase = Map.copyOf(byBase);
    }

    /** All other EHRs by the shipped plan. */
    public SearchPlans(Map<URI, SearchPlan> byBase) {
        this(byBase, SearchPlan.DEFAULT);
    }

    /** The plan of the EHR with this FHIR base. */
    public SearchPlan of(URI fhirBase) {
        return byBase.getOrDefault(fhirBase, usual);
    }

    /** For ward lists: the ward's searches, put as each EHR understands them and within what it bears. */
    public SearchPlans forWards() {
        return new SearchPlans(
                byBase.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, plan -> forWard(plan.getValue()))),
                SearchPlan.WARD);
    }

    private static SearchPlan forWard(SearchPlan own) {
        SearchPlan ward = SearchPlan.WARD;
        return new SearchPlan(ward.title(), own.understood(), ward.searches(), ward.notAsked(), own.bearing());
    }
}
