package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.fetch.SearchPlans;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.smart.BackendTokens;
import org.anamnesis.smart.Bearer;
import org.anamnesis.smart.Scopes;
import org.anamnesis.summary.Summaries;
import org.anamnesis.summary.SummaryOutcome;
import org.anamnesis.summary.SummaryRequest;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** {@code Patient/[id]/$summarize}. */
@ApplicationScoped
public class SummarizeOperation implements IResourceProvider {

    private static final Set<String> KINDS = Set.of("brief");
    private static final Set<String> MODELS = Set.of("configured", "rules");

    private final @Nullable Summaries summaries;
    private final @Nullable EhrRegistry registry;
    private final @Nullable BackendTokens tokens;
    private final @Nullable SearchPlans plans;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected SummarizeOperation() {
        this.summaries = null;
        this.registry = null;
        this.tokens = null;
        this.plans = null;
        this.clock = null;
    }

    @Inject
    public SummarizeOperation(
            Summaries summaries, EhrRegistry registry, BackendTokens tokens, SearchPlans plans, Clock clock) {
        this.summaries = summaries;
        this.registry = registry;
        this.tokens = tokens;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return Patient.class;
    }

    /** Reads the chart, writes a summary, checks it and keeps it as a draft. */
    @Operation(name = "$summarize", typeName = "Patient")
    public Parameters summarize(@IdParam IdType patient, ServletRequestDetails details) {
        FacadeCall call = FacadeCall.of(details);
        Input input = Input.read(details, List.of("kind", "model"));
        input.code("kind", KINDS, "brief");
        boolean byRules = input.code("model", MODELS, "configured").equals("rules");
        call.require(details, patient.getIdPart(), required(call));
        SummaryOutcome outcome = Objects.requireNonNull(summaries)
                .summarize(new SummaryRequest(
                        call.ehr().value(),
                        access(call),
                        patient.getIdPart(),
                        ClinicalTime.utc(Objects.requireNonNull(clock).instant()),
                        byRules,
                        call.actor()));
        return switch (outcome) {
            case SummaryOutcome.Composed composed -> SummaryParameters.of(composed);
            case SummaryOutcome.UnknownPatient ignored -> throw new Refusal(Problem.unknownPatient());
            case SummaryOutcome.NotPermitted ignored ->
                throw new Refusal(Problem.forbidden("The EHR does not let this product read the patient."));
            case SummaryOutcome.EhrUnavailable unavailable ->
                throw new Refusal(Problem.unavailable(
                        "ehr-" + unavailable.reason(), "The EHR could not be read. Try again later."));
        };
    }

    /** An operation is allowed to whoever may do each thing it does: read and search every type of the EHR's plan. */
    private Scopes required(FacadeCall call) {
        URI fhirBase = Objects.requireNonNull(registry).get(call.ehr()).fhirBase();
        Stream<String> types = Objects.requireNonNull(plans).of(fhirBase).types().stream().sorted();
        return Scopes.of(Stream.concat(Stream.of("Patient"), types)
                .map(type -> "patient/" + type + ".rs")
                .toList());
    }

    private EhrAccess access(FacadeCall call) {
        Ehr ehr = Objects.requireNonNull(registry).get(call.ehr());
        try {
            Bearer bearer = Objects.requireNonNull(tokens).tokenFor(call.ehr());
            return new EhrAccess(
                    ehr.fhirBase(), bearer::value, type -> bearer.scopes().mayRead(type));
        } catch (AuthorizationFailed failed) {
            throw new Refusal(Problem.unavailable(
                    failed.reason().code(), "The EHR's authorization server gives this product no access."));
        }
    }
}
