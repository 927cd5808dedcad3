package org.anamnesis.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A chart open in a session, as it is kept.
 *
 * @param id as the browser knows it
 * @param ehr the EHR's short name
 * @param user who has it open, by the EHR's name for that user
 * @param openedAt when, in whole milliseconds
 * @param chart what is to be kept of it; sealed at rest
 * @param tokens the user's tokens; sealed at rest
 */
public record KeptLaunch(String id, String ehr, String user, Instant openedAt, String chart, String tokens) {

    /** Without what is sealed. */
    @Override
    public String toString() {
        return "KeptLaunch at " + ehr;
    }

    /** What came of looking for one. */
    public sealed interface Look {

        /** It is open in the session. */
        record Open(String chart) implements Look {}

        /** The session is there and does not have it. */
        record Elsewhere() implements Look {}

        /** The session is over; it is still to be closed. */
        record Over() implements Look {}

        /** There is no such session. */
        record None() implements Look {}
    }

    /**
     * One that was closed: its tokens are to be revoked by whoever gets this.
     *
     * @param chart as it was kept
     * @param tokens the newest; absent where its access had ended
     * @param version of the tokens
     */
    public record Closed(String chart, Optional<String> tokens, long version) {

        /** Without what is sealed. */
        @Override
        public String toString() {
            return "Closed";
        }
    }
}
