package org.anamnesis.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of the trail as it is kept; written once, never changed.
 *
 * @param place its number, without gaps
 * @param at when, in whole milliseconds
 * @param kind an {@link AuditEvent.Kind} by name; a newer version of the product may know more
 * @param ehr which EHR's data, or empty
 * @param patient the logical id of the Patient
 * @param client the software that acts
 * @param actor the user, or the software again: all that was known of who acts, without names
 * @param detail what exactly
 * @param query the FHIR query
 * @param outcome an {@link AuditEvent.Outcome} by name; absent in rows from before outcomes were kept
 * @param begun the place of the record that said this was about to happen
 * @param origin where the request came from
 * @param key the name of the key of its hash; absent in rows from before the trail was keyed
 * @param previousHash the hash of the row before it
 * @param hash HMAC-SHA-256 over all of these, in hex
 */
public record AuditRecord(
        long place,
        Instant at,
        String kind,
        String ehr,
        Optional<String> patient,
        String client,
        String actor,
        String detail,
        Optional<String> query,
        Optional<String> outcome,
        OptionalLong begun,
        CallOrigin origin,
        Optional<String> key,
        String previousHash,
        String hash) {

    AuditRecord hashed(String computed) {
        return new AuditRecord(
                place,
                at,
                kind,
                ehr,
                patient,
                client,
                actor,
                detail,
                query,
                outcome,
                begun,
                origin,
                key,
                previousHash,
                computed);
    }
}
