package org.anamnesis.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a clinician says of a draft or of one of its statements.
 *
 * @param ehr which EHR the draft is of
 * @param statement by its index in the draft; absent where the whole draft is meant
 * @param category {@code good}, {@code wrong}, {@code missing}, {@code stale}, {@code unsafe} or {@code other}
 * @param safety whether it is reported as a safety issue
 * @param by the clinician's reference at the EHR
 * @param words in own words, where there are some; they may be about the patient
 */
public record Feedback(
        UUID id,
        String ehr,
        UUID draft,
        Optional<Integer> statement,
        String category,
        boolean safety,
        String by,
        Instant at,
        Optional<String> words) {}
