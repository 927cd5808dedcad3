package org.anamnesis.summary;

import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.draft.Extent;
import org.anamnesis.draft.LookBack;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.frame.Frame;
import org.anamnesis.grounding.SummaryKind;

/**
 * What to summarise, and for whom.
 *
 * @param ehr which EHR
 * @param source where the chart comes from
 * @param patient the logical id of the Patient
 * @param asOf the moment that counts as "now"
 * @param frame what of the chart counts
 * @param kind which kind of summary
 * @param focus the problem or question, for a problem summary
 * @param byRules whether the caller wants no model even where one is configured
 * @param actor client and user for the audit
 * @param extent how much of it is wanted; empty is what the EHR's settings say
 * @param lookBack how far back it looks; empty is what the EHR's settings say
 */
public record SummaryRequest(
        String ehr,
        ChartSource source,
        String patient,
        ClinicalTime asOf,
        Frame frame,
        SummaryKind kind,
        Optional<String> focus,
        boolean byRules,
        String actor,
        Optional<Extent> extent,
        Optional<LookBack> lookBack) {

    /** As much and as far back as the EHR's settings say. */
    public SummaryRequest(
            String ehr,
            ChartSource source,
            String patient,
            ClinicalTime asOf,
            Frame frame,
            SummaryKind kind,
            Optional<String> focus,
            boolean byRules,
            String actor) {
        this(ehr, source, patient, asOf, frame, kind, focus, byRules, actor, Optional.empty(), Optional.empty());
    }
}
