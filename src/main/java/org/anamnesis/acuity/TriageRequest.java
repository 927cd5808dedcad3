package org.anamnesis.acuity;

import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.frame.Frame;

/**
 * Whom to triage, and for whom.
 *
 * @param ehr which EHR
 * @param source where the chart comes from
 * @param patient the logical id of the Patient
 * @param visit the encounter that was asked about, where one was
 * @param moment the moment that counts as "now"
 * @param frame what of the chart counts
 * @param byRules whether the caller wants no model even where one is configured
 * @param actor client and user for the audit
 */
public record TriageRequest(
        String ehr,
        ChartSource source,
        String patient,
        Optional<ResourceId> visit,
        ClinicalTime moment,
        Frame frame,
        boolean byRules,
        String actor) {}
