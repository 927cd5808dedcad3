package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anamnesis.filing.SignAndFile;
import org.anamnesis.review.SignRequest;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** Signs a draft of the launched patient and files it. Asking twice files once. */
@Path("{launchId}/api/drafts/{draftId}/sign")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class SignResource {

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Inject
    private CurrentLaunch current;

    @Inject
    private SignAndFile signAndFile;

    @Inject
    private Names names;

    /** What the clinician saw. */
    public record Seen(@Nullable String textHash) {}

    /**
     * What became of it.
     *
     * @param outcome {@code filed}, {@code already-filed} or {@code pending}
     * @param nextTry when filing is tried next, where it is pending
     * @param caveat what the EHR did not keep besides the text, where it is filed
     */
    public record Signed(
            String outcome,
            @Nullable String location,
            @Nullable String signedBy,
            @Nullable String signedByName,
            @Nullable String signedAt,
            @Nullable String nextTry,
            @Nullable String caveat) {}

    /** Signs the text of this hash, as the launch's practitioner and nobody else. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Signed sign(@PathParam("draftId") String draftId, Seen seen) {
        Launch launch = current.launch();
        Signer signer = launch.signer()
                .orElseThrow(() -> new ApiRefusal(
                        403, "no-practitioner", "Your EHR does not name you as a practitioner, so you cannot sign."));
        if (seen.textHash() == null || !HASH.matcher(seen.textHash()).matches()) {
            throw new ApiRefusal(400, "request-unreadable", "This request cannot be read.");
        }
        if (!ID.matcher(draftId).matches()) {
            throw unknownDraft();
        }
        SignAndFile.Outcome outcome = signAndFile.signAndFile(new SignRequest(
                launch.ehr().id().value(),
                UUID.fromString(draftId),
                seen.textHash(),
                signer,
                launch.actor(),
                Optional.of(launch.patientId()),
                launch.chart().encounterId()));
        return switch (outcome) {
            case SignAndFile.Outcome.Filed filed ->
                signed(
                        filed.now() ? "filed" : "already-filed",
                        filed.location(),
                        filed.draft(),
                        Optional.empty(),
                        filed.caveat());
            case SignAndFile.Outcome.Pending pending ->
                signed("pending", null, pending.draft(), pending.nextTry(), Optional.empty());
            case SignAndFile.Outcome.RefusedByEhr refused ->
                throw new ApiRefusal(
                        422,
                        "ehr-refused-" + refused.reason(),
                        refused.words()
                                .map(words -> "It is signed, but the EHR does not take the document. It says: " + words)
                                .orElse("It is signed, but the EHR does not take the document."));
            case SignAndFile.Outcome.Over over ->
                throw new ApiRefusal(409, "draft-over", "This draft cannot be signed any more.");
            case SignAndFile.Outcome.Recalled ignored -> throw recalled();
            case SignAndFile.Outcome.Unacknowledged open ->
                throw new ApiRefusal(
                        409,
                        "contradicted-words",
                        "Your own words contradict the chart in " + open.statements()
                                + " place(s). Change them, or say that you stand by them.");
            case SignAndFile.Outcome.OtherText ignored ->
                throw new ApiRefusal(409, "other-text", "The text has changed since you saw it. Nothing was signed.");
            case SignAndFile.Outcome.SignedByAnother ignored ->
                throw new ApiRefusal(409, "signed-by-another", "Somebody else has signed this draft.");
            case SignAndFile.Outcome.UnknownDraft ignored -> throw unknownDraft();
        };
    }

    /** Of a draft that nobody is to work on any more. */
    static ApiRefusal recalled() {
        return new ApiRefusal(
                409,
                "draft-recalled",
                "This draft was recalled: something it was made from turned out to be wrong. Have a new one written.");
    }

    private static ApiRefusal unknownDraft() {
        return new ApiRefusal(404, "unknown-draft", "There is no such draft for this patient.");
    }

    private Signed signed(
            String outcome,
            @Nullable String location,
            StoredDraft draft,
            Optional<Instant> nextTry,
            Optional<String> caveat) {
        return new Signed(
                outcome,
                location,
                draft.signature().map(StoredDraft.Signature::signer).orElse(null),
                draft.signature()
                        .map(StoredDraft.Signature::signer)
                        .flatMap(names.at(draft.ehr())::of)
                        .orElse(null),
                draft.signature().map(signature -> signature.at().toString()).orElse(null),
                nextTry.map(Instant::toString).orElse(null),
                caveat.orElse(null));
    }
}
