package org.anamnesis.audit;

import java.util.Optional;

/**
 * One end of the trail: the head after the newest row, or the checkpoint before the oldest one that is kept.
 *
 * @param place of the row at this end; 0 before the first
 * @param hash of that row
 * @param key the name of the seal's key
 * @param seal HMAC-SHA-256 over place and hash, in hex
 */
public record TrailEnd(long place, String hash, Optional<String> key, Optional<String> seal) {

    static final TrailEnd START = new TrailEnd(0, Chain.START, Optional.empty(), Optional.empty());

    /** Whether it is from before the trail was keyed. */
    boolean isUnsealed() {
        return key.isEmpty() && seal.isEmpty();
    }
}
