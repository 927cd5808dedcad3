package org.anamnesis.jobs;

import java.time.Duration;

/**
 * Bounds of requests that are answered later.
 *
 * @param keep how long a request and its result are kept, from when it was made
 * @param mostPerCaller how many of one caller may be open at once
 * @param atOnce how many a node does at once
 * @param completion how a result is told where the caller does not say
 */
public record JobSettings(Duration keep, int mostPerCaller, int atOnce, Completion completion) {

    /** Six hours, five a caller, four at once, by redirect. */
    public static final JobSettings DEFAULT = new JobSettings(Duration.ofHours(6), 5, 4, Completion.REDIRECT);

    /** How a caller who asks for the state is told that it is done. */
    public enum Completion {
        /** 303 to where the result is, which is what the request would have been answered with at once. */
        REDIRECT("redirect"),
        /** 200 with a Bundle {@code batch-response} that holds it. */
        BUNDLE("bundle");

        private final String code;

        Completion(String code) {
            this.code = code;
        }

        /** The word for it. */
        public String code() {
            return code;
        }
    }
}
