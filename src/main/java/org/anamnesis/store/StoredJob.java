package org.anamnesis.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that is answered later, as it is kept.
 *
 * @param id the SHA-256 of what the caller was told, in hex
 * @param ehr which EHR
 * @param owner the SHA-256 of who asked, in hex; nobody else may see it
 * @param expiresAt when it is forgotten, answered or not
 * @param progress what is being done, in stable words and counts
 * @param tries how often it was begun
 * @param leasedUntil until when a node has it
 */
public record StoredJob(
        String id,
        String ehr,
        String owner,
        State state,
        Instant createdAt,
        Instant expiresAt,
        Optional<String> progress,
        int tries,
        Optional<Instant> leasedUntil) {

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE
    }

    /**
     * One that a node has taken.
     *
     * @param request what was asked
     * @param parts what an earlier try already has, as {@link KeptJobs#keepParts} was given it
     * @param tries this one counted
     */
    public record Taken(String request, Optional<String> parts, int tries) {}
}
