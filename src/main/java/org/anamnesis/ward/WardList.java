package org.anamnesis.ward;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.Roster;

/**
 * A ward in order.
 *
 * @param roster who is on it
 * @param asOf the moment it is as of
 * @param entries the patients that could be read, the first to be seen first
 * @param notRead the others, each with why
 * @param subscriptions whether the EHR says that it could tell us of changes; the list is refreshed by polling all the same
 * @param version the same where the content is the same
 */
public record WardList(
        Roster roster,
        ClinicalTime asOf,
        List<WardEntry> entries,
        List<NotRead> notRead,
        boolean subscriptions,
        String version) {

    public WardList {
        entries = List.copyOf(entries);
        notRead = List.copyOf(notRead);
    }

    /** Whether every patient of the ward is in order, and each was read whole. */
    public boolean isComplete() {
        return roster.incomplete().isEmpty()
                && notRead.isEmpty()
                && entries.stream().allMatch(entry -> entry.unread().isEmpty());
    }

    /** When the oldest reading was made; empty where nobody was read. */
    public Optional<Instant> oldestReading() {
        return entries.stream().map(WardEntry::readAt).min(Instant::compareTo);
    }

    /**
     * A patient of the ward whose place is not known because the chart could not be read.
     *
     * @param patient the logical id
     * @param why what came of it
     * @param detail a stable word more, where there is one
     */
    public record NotRead(String patient, Why why, Optional<String> detail) {

        /** Why somebody was not read. The cases are never folded into one another. */
        public enum Why {
            /** The EHR refuses this patient. */
            NOT_PERMITTED("not-permitted"),
            /** The EHR has no such patient. */
            UNKNOWN("unknown-patient"),
            /** It was tried and failed. */
            FAILED("failed"),
            /** It was not tried: the time was up. */
            NOT_ASKED("not-asked");

            private final String code;

            Why(String code) {
                this.code = code;
            }

            public String code() {
                return code;
            }
        }
    }
}
