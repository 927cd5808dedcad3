package org.anamnesis.audit;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One act to be recorded.
 *
 * @param kind what is done
 * @param ehr which EHR's data; empty for what is done to the product as a whole
 * @param patient the logical id of the Patient, where there is one
 * @param actor who acts: client and user, without names
 * @param detail what exactly, in stable words and ids; never content of the chart
 * @param query a FHIR query, path and parameters, where one was made
 * @param outcome what came of it; {@link Outcome#BEGUN} where it is about to happen
 * @param begun the place of the record that said this was about to happen
 */
public record AuditEvent(
        Kind kind,
        String ehr,
        Optional<String> patient,
        String actor,
        String detail,
        Optional<String> query,
        Outcome outcome,
        OptionalLong begun) {

    /** An act that is about to happen; one that has happened or was refused, where its kind can be nothing else. */
    public AuditEvent(Kind kind, String ehr, Optional<String> patient, String actor, String detail) {
        this(kind, ehr, patient, actor, detail, Optional.empty(), kind.outcome(), OptionalLong.empty());
    }

    /** What came of this act, as a record of its own: the one that says it began is never changed. */
    public AuditEvent ended(long place, Outcome what, String words) {
        return new AuditEvent(kind, ehr, patient, actor, words, query, what, OptionalLong.of(place));
    }

    /** This act, which has happened already: nothing is released by it that a record would have to come before. */
    public AuditEvent with(Outcome what) {
        return new AuditEvent(kind, ehr, patient, actor, detail, query, what, begun);
    }

    /** What is recorded. */
    public enum Kind {
        /** The product was started on a node; it anchors the trail's keys. */
        STARTED,
        /** A call of the facade or of the page's API. */
        OPERATION,
        CHART_READ,
        /** One search or read within the reading of a chart. */
        EHR_QUERY,
        MODEL_DISCLOSURE,
        DRAFT_READ,
        SIGNED,
        FILED,
        ACUITY_OVERRIDDEN,
        /** A user was signed in by the EHR and a chart was opened. */
        SIGNED_IN,
        /** A chart was closed. */
        SIGNED_OUT,
        /** We were given an access token. */
        TOKEN_OBTAINED,
        ACCESS_DENIED,
        /** Somebody searched the trail. */
        AUDIT_READ,
        /** The trail was written out. */
        AUDIT_EXPORTED,
        /** Old records were removed. */
        AUDIT_PURGED,
        /** Outputs were searched by their source, model or instructions. */
        RECALLED,
        /** An output was marked so that nobody trusts it unseen. */
        RECALL_MARKED;

        private Outcome outcome() {
            return switch (this) {
                case ACCESS_DENIED -> Outcome.REFUSED;
                case STARTED, SIGNED_IN, SIGNED_OUT, TOKEN_OBTAINED -> Outcome.DONE;
                default -> Outcome.BEGUN;
            };
        }
    }

    /** What came of an act. */
    public enum Outcome {
        /** It is about to happen. */
        BEGUN,
        DONE,
        /** It was refused, by us or by the other side. */
        REFUSED,
        FAILED
    }
}
