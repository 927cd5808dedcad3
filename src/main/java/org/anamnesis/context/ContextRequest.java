package org.anamnesis.context;

import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartSource;

/**
 * Whose context, and for whom.
 *
 * @param ehr which EHR
 * @param source where the chart comes from
 * @param patient the logical id of the Patient
 * @param asOf the moment that counts as "now"
 * @param wanted what of the chart
 * @param actor client and user for the audit
 */
public record ContextRequest(
        String ehr, ChartSource source, String patient, ClinicalTime asOf, Wanted wanted, String actor) {}
