package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.review.EditOutcome;
import org.anamnesis.review.EditRequest;
import org.anamnesis.review.Reviewing;
import org.anamnesis.store.DraftEdit;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** One draft of the launched patient: where it stands, what it shows, and its reviewer's edits. */
@Path("{launchId}/api/drafts/{draftId}")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class DraftResource {

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    @Inject
    private CurrentLaunch current;

    @Inject
    private Drafts drafts;

    @Inject
    private DraftStatuses statuses;

    @Inject
    private Reviewing reviewing;

    @Inject
    private ReviewedViews views;

    @Inject
    private AuditTrail audit;

    /**
     * An edit.
     *
     * @param statement the statement's index; for an insertion the one it is to stand after
     * @param action {@code edit}, {@code reject}, {@code restore}, {@code insert} or {@code acknowledge}
     * @param seenHash SHA-256 of the text that the reviewer saw
     */
    public record Wanted(
            @Nullable Integer statement,
            @Nullable String action,
            @Nullable String text,
            @Nullable String reason,
            @Nullable String seenHash) {}

    /** Where it stands; cheap enough to be asked for every few seconds. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public DraftStatus status(@PathParam("draftId") String draftId) {
        return statuses.of(find(draftId));
    }

    /** What it shows now: for a page that was loaded anew. */
    @GET
    @Path("view")
    @Produces(MediaType.APPLICATION_JSON)
    public SummaryView view(@PathParam("draftId") String draftId) {
        StoredDraft draft = find(draftId);
        audit.record(new AuditEvent(
                AuditEvent.Kind.DRAFT_READ,
                draft.ehr(),
                Optional.of(draft.patient()),
                current.launch().actor(),
                "draft " + draft.id() + ", as the page shows it"));
        return shown(draft);
    }

    /** Changes one statement, as the launch's practitioner, and gives what the draft shows then. */
    @POST
    @Path("edits")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public SummaryView edit(@PathParam("draftId") String draftId, Wanted wanted) {
        Launch launch = current.launch();
        EditOutcome outcome = reviewing.edit(new EditRequest(
                launch.ehr().id().value(),
                id(draftId),
                launch.patientId(),
                launch.practitioner().orElseThrow(DraftResource::noPractitioner),
                launch.actor(),
                new ChartSource.FromEhr(launch.access()),
                Optional.ofNullable(wanted.seenHash())
                        .filter(hash -> HASH.matcher(hash).matches())
                        .orElseThrow(DraftResource::unreadable),
                action(wanted),
                Optional.ofNullable(wanted.statement()).orElseThrow(DraftResource::unreadable),
                Optional.ofNullable(wanted.text()),
                Optional.ofNullable(wanted.reason())));
        return switch (outcome) {
            case EditOutcome.Edited edited -> shown(edited.draft());
            case EditOutcome.UnknownDraft ignored -> throw unknownDraft();
            case EditOutcome.OtherText ignored ->
                throw new ApiRefusal(409, "other-text", "The text has changed since you saw it. Nothing was edited.");
            case EditOutcome.Over ignored ->
                throw new ApiRefusal(
                        409, "draft-over", "This draft cannot be edited any more: it is filed, being filed, or over.");
            case EditOutcome.Recalled ignored -> throw SignResource.recalled();
            case EditOutcome.Impossible impossible ->
                throw new ApiRefusal(422, impossible.code(), "This cannot be done to this statement.");
        };
    }

    private StoredDraft find(String draftId) {
        Launch launch = current.launch();
        return drafts.find(launch.ehr().id().value(), id(draftId))
                .filter(draft -> draft.patient().equals(launch.patientId()))
                .orElseThrow(DraftResource::unknownDraft);
    }

    private SummaryView shown(StoredDraft draft) {
        return views.of(draft).orElseThrow(DraftResource::unknownDraft);
    }

    private static DraftEdit.Action action(Wanted wanted) {
        return Arrays.stream(DraftEdit.Action.values())
                .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(wanted.action()))
                .findFirst()
                .orElseThrow(DraftResource::unreadable);
    }

    static UUID id(String draftId) {
        if (!draftId.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw unknownDraft();
        }
        return UUID.fromString(draftId);
    }

    static ApiRefusal unknownDraft() {
        return new ApiRefusal(404, "unknown-draft", "There is no such draft for this patient.");
    }

    static ApiRefusal noPractitioner() {
        return new ApiRefusal(
                403, "no-practitioner", "Your EHR does not name you as a practitioner, so you cannot change or sign.");
    }

    private static ApiRefusal unreadable() {
        return new ApiRefusal(400, "request-unreadable", "This request cannot be read.");
    }
}
