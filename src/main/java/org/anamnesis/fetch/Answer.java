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

    /** @param isOfTheToken 401 and not 403: the EHR did not take the token, or says so of what it keeps from this user */
    record Refused(boolean isOfTheToken) implements Answer {}

    /** 404 or 410. */
    record Absent() implements Answer {}

    /** @param reason a stable word, see {@link org.anamnesis.chart.Coverage.Outcome.Failed} */
    record Broken(String reason) implements Answer {

        boolean is(int status) {
            return reason.equals("http-" + status);
        }
    }

    /** 400: the EHR does not take the request as it is put. */
    default boolean isRefusalOfTheSearch() {
        return this instanceof Broken broken && broken.is(400);
    }

    /** 429 or 503: the EHR has too much to do. */
    default boolean isOverloaded() {
        return this instanceof Broken broken && (broken.is(429) || broken.is(503));
    }
}
