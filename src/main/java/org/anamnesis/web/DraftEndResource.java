package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.anamnesis.filing.Retraction;
import org.anamnesis.review.CloseOutcome;
import org.anamnesis.review.Closing;
import org.anamnesis.review.Reviewing;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** Ends a draft: nobody wants it, or what was filed is corrected or taken back. Done as the launch's practitioner. */
@Path("{launchId}/api/drafts/{draftId}/{act: reject|replace|retract}")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class DraftEndResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private DraftStatuses statuses;

    @Inject
    private Closing closing;

    @Inject
    private Retraction retraction;

    @Inject
    private ReviewedViews views;

    @Inject
    private Drafts drafts;

    /**
     * Why.
     *
     * @param reason one of {@link Reviewing#REASONS}; not needed to replace
     */
    public record Why(@Nullable String reason) {}

    /**
     * What is then.
     *
     * @param draftId the draft's id; after {@code replace} that of the new one, whose {@code view} can be asked for
     */
    public record Ended(String draftId, DraftStatus status) {}

    /**
     * {@code reject}: nobody wants it. {@code replace}: a new draft with the text of the filed one, to be edited and signed, which
     * takes its place when it is filed. {@code retract}: the EHR shows it as entered in error, which its signer alone can ask for.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Ended end(@PathParam("draftId") String draftId, @PathParam("act") String act, Why why) {
        Launch launch = current.launch();
        Closing.Whose whose = new Closing.Whose(
                launch.ehr().id().value(),
                DraftResource.id(draftId),
                launch.patientId(),
                launch.practitioner().orElseThrow(DraftResource::noPractitioner));
        return switch (act) {
            case "reject" ->
                ended(done(
                        closing.reject(whose, Optional.ofNullable(why.reason()).orElse(""))));
            case "replace" -> {
                StoredDraft draft = done(closing.replace(whose));
                views.carryOver(whose.draft(), draft.id(), launch);
                yield ended(draft);
            }
            default ->
                ended(retracted(
                        whose, launch.signer().orElseThrow(DraftResource::noPractitioner), launch.actor(), why));
        };
    }

    private StoredDraft retracted(Closing.Whose whose, Signer signer, String actor, Why why) {
        String reason = Optional.ofNullable(why.reason())
                .filter(Reviewing.REASONS::contains)
                .orElseThrow(DraftEndResource::reasonMissing);
        StoredDraft found = drafts.find(whose.ehr(), whose.draft())
                .filter(draft -> draft.patient().equals(whose.patient()))
                .orElseThrow(DraftResource::unknownDraft);
        requireSigner(found, signer);
        // The answer to the first wish may have been lost on its way.
        if (found.state() == DraftState.ENTERED_IN_ERROR) {
            return found;
        }
        return switch (retraction.retract(whose, actor, reason)) {
            case Retraction.Outcome.Retracted retracted -> retracted.draft();
            case Retraction.Outcome.UnknownDraft ignored -> throw DraftResource.unknownDraft();
            case Retraction.Outcome.Over ignored -> throw over();
            case Retraction.Outcome.NotDone not -> throw new ApiRefusal(502, "ehr-" + not.code(), not.words());
        };
    }

    /** Whoever did not sign a document can correct it; that it should never have been written is for its signer to say. */
    static void requireSigner(StoredDraft draft, Signer signer) {
        if (draft.signature().isPresent() && !VersionView.isSignedBy(draft, Optional.of(signer))) {
            throw new ApiRefusal(403, "not-the-signer", "Only who signed this document can take it back.");
        }
    }

    private static StoredDraft done(CloseOutcome outcome) {
        return switch (outcome) {
            case CloseOutcome.Done done -> done.draft();
            case CloseOutcome.UnknownDraft ignored -> throw DraftResource.unknownDraft();
            case CloseOutcome.Over ignored -> throw over();
            case CloseOutcome.ReasonMissing ignored -> throw reasonMissing();
        };
    }

    private Ended ended(StoredDraft draft) {
        return new Ended(draft.id().toString(), statuses.of(draft));
    }

    private static ApiRefusal over() {
        return new ApiRefusal(409, "draft-over", "What this draft is does not allow it.");
    }

    private static ApiRefusal reasonMissing() {
        return new ApiRefusal(422, "reason-missing", "Say why: a reason from the list is needed.");
    }
}
