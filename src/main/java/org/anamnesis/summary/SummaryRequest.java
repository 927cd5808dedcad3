package org.anamnesis.summary;

import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.EhrAccess;

/**
 * What to summarise, and for whom.
 *
 * @param ehr which EHR
 * @param access how to read it
 * @param patient the logical id of the Patient
 * @param asOf the moment that counts as "now"
 * @param byRules whether the caller wants no model even where one is configured
 * @param actor client and user for the audit
 */
public record SummaryRequest(
        String ehr, EhrAccess access, String patient, ClinicalTime asOf, boolean byRules, String actor) {}
