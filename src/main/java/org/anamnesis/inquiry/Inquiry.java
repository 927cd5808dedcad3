package org.anamnesis.inquiry;

import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.frame.Frame;

/**
 * Whose chart is asked, and by whom.
 *
 * @param ehr which EHR
 * @param source where the chart comes from
 * @param patient the logical id of the Patient
 * @param asOf the moment that counts as "now"
 * @param frame the visit and the time
 * @param actor client and user for the audit
 * @param purpose what for, one word for the audit; never what was asked
 */
public record Inquiry(
        String ehr, ChartSource source, String patient, ClinicalTime asOf, Frame frame, String actor, String purpose) {}
