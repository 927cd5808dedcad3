package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.document.Format;
import org.anamnesis.document.Renderer;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** A draft of the launched patient as a file: plain text, XHTML or PDF. */
@Path("{launchId}/api/drafts/{draftId}/document")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class DocumentResource {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Inject
    private CurrentLaunch current;

    @Inject
    private Drafts drafts;

    @Inject
    private Renderer renderer;

    @Inject
    private AuditTrail audit;

    /**
     * The file, to be saved and not shown: the browser's page stays ours.
     *
     * @param format {@code text}, {@code xhtml} or {@code pdf}
     */
    @GET
    public Response document(@PathParam("draftId") String draftId, @QueryParam("format") @Nullable String format) {
        Format wanted = Optional.ofNullable(format)
                .flatMap(Format::ofCode)
                .orElseThrow(() -> new ApiRefusal(400, "format-unknown", "The format must be text, xhtml or pdf."));
        Launch launch = current.launch();
        StoredDraft draft = Optional.of(draftId)
                .filter(id -> ID.matcher(id).matches())
                .flatMap(id -> drafts.find(launch.ehr().id().value(), UUID.fromString(id)))
                .filter(found -> found.patient().equals(launch.patientId()))
                .orElseThrow(() -> new ApiRefusal(404, "unknown-draft", "There is no such draft for this patient."));
        audit.record(new AuditEvent(
                AuditEvent.Kind.DRAFT_READ,
                draft.ehr(),
                Optional.of(draft.patient()),
                launch.actor(),
                "draft " + draft.id() + ", as " + wanted.code()));
        return Response.ok(renderer.render(draft, wanted).bytes(), wanted.contentType())
                .header("Content-Disposition", "attachment; filename=\"" + name(draft, wanted) + "\"")
                .build();
    }

    /** Nothing of the patient: names of files end up in lists of downloads. */
    private static String name(StoredDraft draft, Format format) {
        String end = format == Format.TEXT ? "txt" : format.code();
        return draft.content().document().code() + "-" + draft.id().toString().substring(0, 8) + "." + end;
    }
}
