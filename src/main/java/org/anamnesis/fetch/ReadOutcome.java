package org.anamnesis.fetch;

import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.reading.Attachments;
import org.hl7.fhir.r4.model.Resource;

/** What came of reading a patient's chart. */
public sealed interface ReadOutcome {

    /**
     * The chart was read; what is missing in it stands in its coverage.
     *
     * @param chart the facts
     * @param resources what they were read from, the patient first, none twice
     * @param attachments the files that notes and reports among them point at
     */
    record Read(Chart chart, List<Resource> resources, Attachments attachments) implements ReadOutcome {
        public Read {
            resources = List.copyOf(resources);
        }
    }

    /** The EHR has no such patient (404, 410), or the id cannot be one. */
    record UnknownPatient() implements ReadOutcome {}

    /** The EHR refuses this patient to us (401, 403), or the granted scopes do not cover Patient. */
    record NotPermitted() implements ReadOutcome {}

    /**
     * Not even the patient could be read.
     *
     * @param reason a stable word: {@code timeout}, {@code unreachable}, {@code http-503}, {@code unreadable-answer}
     */
    record EhrUnavailable(String reason) implements ReadOutcome {}
}
