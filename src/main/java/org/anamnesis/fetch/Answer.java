package org.anamnesis.fetch;

import org.hl7.fhir.r4.model.Resource;

/** What came of one request to the EHR. */
sealed interface Answer {

    /**
     * A resource arrived, mostly a Bundle.
     *
     * @param unreadable entries of the Bundle that were left out because they cannot be read
     */
    record Arrived(Resource resource, int unreadable) implements Answer {}

    /** 401 or 403. */
    record Refused() implements Answer {}

    /** 404 or 410. */
    record Absent() implements Answer {}

    /** @param reason a stable word, see {@link org.anamnesis.chart.Coverage.Outcome.Failed} */
    record Broken(String reason) implements Answer {}
}
