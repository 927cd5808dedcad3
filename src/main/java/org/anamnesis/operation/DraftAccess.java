package org.anamnesis.operation;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.smart.Scopes;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** Finds a caller's draft, and has the reading of it recorded. */
@ApplicationScoped
public class DraftAccess {

    private static final Scopes READ = Scopes.parse("patient/DocumentReference.r");

    private final @Nullable Drafts drafts;
    private final @Nullable AuditTrail audit;

    /** For the container's proxies only. */
    protected DraftAccess() {
        this.drafts = null;
        this.audit = null;
    }

    @Inject
    public DraftAccess(Drafts drafts, AuditTrail audit) {
        this.drafts = drafts;
        this.audit = audit;
    }

    /** A draft of the EHR that is called; another's are as none, and so are those of a patient the caller is not bound to. */
    StoredDraft find(FacadeCall call, String id) {
        return uuid(id).flatMap(
                        known -> Objects.requireNonNull(drafts).find(call.ehr().value(), known))
                // A caller bound to one patient learns nothing of another's drafts, not even that they exist.
                .filter(draft ->
                        call.caller().patient().map(draft.patient()::equals).orElse(true))
                .orElseThrow(() -> new Refusal(Problem.unknownDraft()));
    }

    /**
     * A draft that the caller may read; that it is read is recorded.
     *
     * @param as in which form, for the record, e.g. {@code pdf}
     */
    StoredDraft read(ServletRequestDetails details, String id, String as) {
        FacadeCall call = FacadeCall.of(details);
        StoredDraft draft = find(call, id);
        call.require(details, draft.patient(), READ);
        Objects.requireNonNull(audit)
                .record(new AuditEvent(
                        AuditEvent.Kind.DRAFT_READ,
                        draft.ehr(),
                        Optional.of(draft.patient()),
                        call.actor(),
                        "draft " + draft.id() + (as.isEmpty() ? "" : ", as " + as)));
        return draft;
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
