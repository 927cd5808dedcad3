package org.anamnesis.filing;

import java.time.Duration;
import java.util.Optional;

/** What an EHR answered to a create. */
sealed interface Sent {

    /** It has it: created now (201), or there before (200). */
    record There(String location, Optional<String> version) implements Sent {}

    /** It took it for a review of its own (202). */
    record Accepted() implements Sent {}

    /** It says yes and not where. */
    record Somewhere() implements Sent {}

    /**
     * It says no.
     *
     * @param status the HTTP status
     * @param words its own
     * @param pause it asks for
     */
    record No(int status, Optional<String> words, Optional<Duration> pause) implements Sent {

        private static final int TIMEOUT = 408;
        private static final int CONFLICT = 409;
        private static final int PRECONDITION = 412;
        private static final int SERVER_ERRORS = 500;
        private static final int BAD_GATEWAY = 502;
        private static final int GATEWAY_TIMEOUT = 504;

        /** What a broken answer, or one that was not let through, is shown as. */
        private static final int BROKEN = 599;

        /** Whether what the EHR did, or will do in a moment, is not known: a gateway answered, or the answer broke off. */
        boolean isUnclear() {
            return status == BAD_GATEWAY || status == GATEWAY_TIMEOUT || status == BROKEN;
        }

        /** Whether it may have kept what was sent all the same. */
        boolean mayBeThere() {
            return status >= SERVER_ERRORS || status == TIMEOUT || status == CONFLICT || status == PRECONDITION;
        }
    }

    /** No answer came. */
    record Lost() implements Sent {}
}
