package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.filing.FiledDocument;
import org.anamnesis.filing.SignAndFile;
import org.anamnesis.review.SignRequest;
import org.anamnesis.smart.Scopes;
import org.anamnesis.store.FilingLedger;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/** Our drafts as DocumentReferences: read, and {@code $sign}. */
@ApplicationScoped
public class DraftOperations implements IResourceProvider {

    private static final Scopes READ = Scopes.parse("patient/DocumentReference.r");
    private static final Scopes CREATE = Scopes.parse("patient/DocumentReference.c");

    private final @Nullable DraftAccess access;
    private final @Nullable SignAndFile signAndFile;
    private final @Nullable FilingLedger ledger;

    /** For the container's proxies only. */
    protected DraftOperations() {
        this.access = null;
        this.signAndFile = null;
        this.ledger = null;
    }

    @Inject
    public DraftOperations(DraftAccess access, SignAndFile signAndFile, FilingLedger ledger) {
        this.access = access;
        this.signAndFile = signAndFile;
        this.ledger = ledger;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return DocumentReference.class;
    }

    /** A draft, or what was signed of it. */
    @Read
    public DocumentReference read(@IdParam IdType id, ServletRequestDetails details) {
        StoredDraft draft = Objects.requireNonNull(access).read(details, id.getIdPart(), "");
        return DocumentForms.named(resource(draft), draft, details.getFhirServerBase());
    }

    /** Signs the text the caller saw and files it. Calling it again files nothing again. */
    @Operation(name = "$sign", typeName = "DocumentReference")
    public Parameters sign(@IdParam IdType id, ServletRequestDetails details) {
        FacadeCall call = FacadeCall.of(details);
        Input input = Input.read(details, List.of("text-hash"));
        String hash = input.required("text-hash", "[0-9a-fA-F]{64}", "the SHA-256 of the text, 64 hex digits");
        StoredDraft draft = Objects.requireNonNull(access).find(call, id.getIdPart());
        call.require(details, draft.patient(), CREATE);
        String signer = call.caller()
                .practitioner()
                .orElseThrow(() -> new Refusal(new Problem(
                        403,
                        IssueType.FORBIDDEN,
                        "no-practitioner",
                        "Only a practitioner can sign: the token's fhirUser is no Practitioner of this EHR.")));
        SignAndFile.Outcome outcome = Objects.requireNonNull(signAndFile)
                .signAndFile(new SignRequest(
                        draft.ehr(),
                        draft.id(),
                        hash,
                        Signer.of(signer),
                        call.actor(),
                        Optional.of(draft.patient()),
                        call.caller().encounter()));
        return switch (outcome) {
            case SignAndFile.Outcome.Filed filed ->
                answer(filed.draft(), filed.now() ? "filed" : "already-filed", Optional.of(filed.location()));
            case SignAndFile.Outcome.Pending pending -> {
                Parameters answer = answer(pending.draft(), "pending", Optional.empty());
                answer.addParameter("detail", new CodeType(pending.reason()));
                pending.nextTry().ifPresent(at -> answer.addParameter("next-try", FilingParameters.instant(at)));
                yield answer;
            }
            case SignAndFile.Outcome.RefusedByEhr refused ->
                throw new Refusal(new Problem(
                        422,
                        IssueType.PROCESSING,
                        "ehr-refused-" + refused.reason(),
                        "The EHR does not take the document (" + refused.reason() + "). It is signed, not filed."));
            case SignAndFile.Outcome.Over over ->
                throw new Refusal(new Problem(
                        409,
                        IssueType.CONFLICT,
                        "draft-over",
                        "This draft cannot be signed any more: it is " + over.state() + "."));
            case SignAndFile.Outcome.Recalled ignored ->
                throw new Refusal(new Problem(
                        409,
                        IssueType.CONFLICT,
                        "draft-recalled",
                        "This draft was recalled: something it was made from turned out to be wrong."));
            case SignAndFile.Outcome.Unacknowledged ignored ->
                throw new Refusal(new Problem(
                        409,
                        IssueType.CONFLICT,
                        "contradicted-words",
                        "A reviewer's words in it contradict the chart, and nobody has acknowledged that."));
            case SignAndFile.Outcome.OtherText ignored ->
                throw new Refusal(new Problem(
                        409,
                        IssueType.CONFLICT,
                        "other-text",
                        "The text-hash is not that of this draft: what you saw is not what would be filed."));
            case SignAndFile.Outcome.SignedByAnother ignored ->
                throw new Refusal(new Problem(
                        409, IssueType.CONFLICT, "signed-by-another", "Somebody else has signed this draft."));
            case SignAndFile.Outcome.UnknownDraft ignored -> throw new Refusal(Problem.unknownDraft());
        };
    }

    /** Where a draft stands on its way into the EHR. */
    @Operation(name = "$filing-status", typeName = "DocumentReference", idempotent = true)
    public Parameters status(@IdParam IdType id, ServletRequestDetails details) {
        FacadeCall call = FacadeCall.of(details);
        Input.read(details, List.of());
        StoredDraft draft = Objects.requireNonNull(access).find(call, id.getIdPart());
        call.require(details, draft.patient(), READ);
        return FilingParameters.of(draft, Objects.requireNonNull(ledger).find(draft.id()));
    }

    private static DocumentReference resource(StoredDraft draft) {
        DocumentReference document = FiledDocument.of(draft, Optional.empty());
        document.setId(draft.id().toString());
        return document;
    }

    private static Parameters answer(StoredDraft draft, String outcome, Optional<String> location) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("document").setResource(resource(draft));
        answer.addParameter("outcome", new CodeType(outcome));
        answer.addParameter("text-hash", new StringType(draft.textHash()));
        location.ifPresent(where -> answer.addParameter("location", new UriType(where)));
        return answer;
    }
}
