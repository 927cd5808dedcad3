package org.anamnesis.filing;

import java.time.Duration;
import java.util.Optional;

/** What came of filing. Never "filed" before the EHR has the document and gives back the same text. */
public sealed interface FilingOutcome {

    /**
     * The EHR has it.
     *
     * @param location the reference in the EHR, e.g. {@code DocumentReference/12}
     * @param now whether this call put it there or finished it; false where it had been filed before
     */
    record Filed(String location, boolean now) implements FilingOutcome {}

    /**
     * Signed, not filed yet; filing will be tried again.
     *
     * @param reason a stable word: {@code in-progress}, {@code unreachable}, {@code http-503}
     * @param words the EHR's own, where it said some
     * @param pause that has to go by before the next try
     */
    record Pending(String reason, Optional<String> words, Optional<Duration> pause) implements FilingOutcome {

        Pending(String reason) {
            this(reason, Optional.empty(), Optional.empty());
        }
    }

    /**
     * The EHR refuses it, and will again.
     *
     * @param reason a stable word: {@code http-422}, {@code altered}
     * @param words the EHR's own, where it said some
     */
    record Refused(String reason, Optional<String> words) implements FilingOutcome {

        /** Something it came from turned out to be wrong before it was sent; no EHR was asked. */
        static final String RECALLED = "recalled";

        Refused(String reason) {
            this(reason, Optional.empty());
        }
    }
}
