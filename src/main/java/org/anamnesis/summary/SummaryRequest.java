package org.anamnesis.summary;

import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.frame.Frame;

/**
 * What to summarise, and for whom.
 *
 * @param ehr which EHR
 * @param source where the chart comes from
 * @param patient the logical id of the Patient
 * @param asOf the moment that counts as "now"
 * @param frame what of the chart counts
 * @param byRules whether the caller wants no model even where one is configured
 * @param actor client and user for the audit
 */
public record SummaryRequest(
        String ehr,
        ChartSource source,
        String patient,
        ClinicalTime asOf,
        Frame frame,
        boolean byRules,
        String actor) {}
