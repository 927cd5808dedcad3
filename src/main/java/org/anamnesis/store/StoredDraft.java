package org.anamnesis.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A draft as it is kept.
 *
 * @param id ours, and the identifier under which it is filed
 * @param ehr which EHR it belongs to
 * @param patient the logical id of the Patient there
 * @param text the exact text as it is now
 * @param textHash SHA-256 of the text, in hex
 * @param content what the drafted text was made of
 * @param signature once it is signed
 * @param filed once the EHR has it
 * @param review what its reviewers made of it
 */
public record StoredDraft(
        UUID id,
        String ehr,
        String patient,
        Instant composedAt,
        String text,
        String textHash,
        DraftContent content,
        Optional<Signature> signature,
        Optional<Filed> filed,
        Review review) {

    /** A draft as it was composed, or signed or filed without an edit. */
    public StoredDraft(
            UUID id,
            String ehr,
            String patient,
            Instant composedAt,
            String text,
            String textHash,
            DraftContent content,
            Optional<Signature> signature,
            Optional<Filed> filed) {
        this(
                id,
                ehr,
                patient,
                composedAt,
                text,
                textHash,
                content,
                signature,
                filed,
                Review.none(
                        filed.isPresent()
                                ? DraftState.FILED
                                : signature.isPresent() ? DraftState.SIGNED : DraftState.DRAFTED,
                        text));
    }

    /** The same draft as it stands otherwise. */
    public StoredDraft standing(Optional<Signature> signedBy, Optional<Filed> inEhr, Review now) {
        return new StoredDraft(id, ehr, patient, composedAt, text, textHash, content, signedBy, inEhr, now);
    }

    /**
     * The same draft once it is signed.
     *
     * @param encounter the logical id of the visit within which it is signed
     */
    public StoredDraft signed(Signature by, Optional<String> encounter) {
        return standing(
                Optional.of(by),
                filed,
                new Review(
                        DraftState.SIGNED,
                        encounter,
                        review.replaces(),
                        review.drafted(),
                        review.edits(),
                        review.end(),
                        review.recalled()));
    }

    /** Where the draft stands. */
    public DraftState state() {
        return review.state();
    }

    /**
     * Who signed, and when.
     *
     * @param signer a Practitioner or PractitionerRole reference of the EHR
     * @param person the Practitioner whose role that is; empty where it is no role, or the EHR did not say
     */
    public record Signature(String signer, Optional<String> person, Instant at) {

        /** By whom the EHR named, and nothing more. */
        public Signature(String signer, Instant at) {
            this(signer, Optional.empty(), at);
        }

        /** Whether this person signed. */
        public boolean isBy(Signer one) {
            Signer named = Signer.of(signer);
            return new Signer(signer, named.practitioner().or(() -> person)).isSameAs(one);
        }
    }

    /**
     * Where it went.
     *
     * @param location the reference in the EHR, e.g. {@code DocumentReference/12}
     */
    public record Filed(String location, Instant at) {}

    /**
     * What reviewers made of a draft.
     *
     * @param state where the draft stands
     * @param encounter the logical id of the visit within which it was signed
     * @param replaces the filed draft that this one is to take the place of
     * @param drafted the text as it was composed
     * @param edits every edit, in order
     * @param end how it ended, where it ended without being filed, or after
     * @param recalled whether something that it came from turned out to be wrong, or what the draft came from whose words it has
     */
    public record Review(
            DraftState state,
            Optional<String> encounter,
            Optional<UUID> replaces,
            String drafted,
            List<DraftEdit> edits,
            Optional<End> end,
            boolean recalled) {

        public Review {
            edits = List.copyOf(edits);
        }

        /** Of a draft that nobody recalled. */
        public Review(
                DraftState state,
                Optional<String> encounter,
                Optional<UUID> replaces,
                String drafted,
                List<DraftEdit> edits,
                Optional<End> end) {
            this(state, encounter, replaces, drafted, edits, end, false);
        }

        static Review none(DraftState state, String text) {
            return new Review(state, Optional.empty(), Optional.empty(), text, List.of(), Optional.empty());
        }
    }

    /**
     * How a draft ended.
     *
     * @param reason a stable word
     * @param by the person, or {@code anamnesis}
     */
    public record End(String reason, String by, Instant at) {}
}
