package org.anamnesis.triage;

import java.util.Optional;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;

/**
 * What somebody said or wrote of why the patient comes.
 *
 * @param text the words
 * @param time when
 * @param source where they stand in the chart
 */
public record Told(String text, Optional<ClinicalTime> time, Optional<CitationId> source) {}
