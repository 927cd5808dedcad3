package org.anamnesis.fetch;

import ca.uhn.fhir.context.FhirContext;
import org.anamnesis.chart.ClinicalTime;

/** Reads one patient's chart from an EHR, within fixed limits. */
public final class ChartReader {

    private final FhirContext fhir;
    private final SearchPlan plan;
    private final ReadLimits limits;

    public ChartReader(FhirContext fhir, SearchPlan plan, ReadLimits limits) {
        this.fhir = fhir;
        this.plan = plan;
        this.limits = limits;
    }

    /**
     * Reads a chart. Returns after the deadline at the latest, with what was there by then.
     *
     * @param patientId the logical id of the Patient
     * @param asOf the moment that counts as "now" for this chart
     */
    public ReadOutcome read(EhrAccess access, String patientId, ClinicalTime asOf) {
        throw new UnsupportedOperationException(fhir.getVersion() + " " + plan + limits + access + patientId + asOf);
    }
}
