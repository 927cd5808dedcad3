package org.anamnesis.fetch;

import java.net.URI;
import java.util.Map;

/**
 * Which plan each EHR is asked by.
 *
 * @param byBase the plans of the EHRs that have their own, by their FHIR base
 */
public record SearchPlans(Map<URI, SearchPlan> byBase) {

    /** Every EHR by the shipped plan. */
    public static final SearchPlans SHIPPED = new SearchPlans(Map.of());

    public SearchPlans {
        byBase = Map.copyOf(byBase);
    }

    /** The plan of the EHR with this FHIR base. */
    public SearchPlan of(URI fhirBase) {
        return byBase.getOrDefault(fhirBase, SearchPlan.DEFAULT);
    }
}
