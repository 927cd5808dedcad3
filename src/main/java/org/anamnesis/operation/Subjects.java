package org.anamnesis.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.chart.Visit;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.fetch.SearchPlans;
import org.anamnesis.fetch.VisitOutcome;
import org.anamnesis.given.GivenChart;
import org.anamnesis.given.GivenCharts;
import org.anamnesis.given.GivenOutcome;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.smart.BackendTokens;
import org.anamnesis.smart.Bearer;
import org.anamnesis.smart.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose chart a call is about and whether the caller may have it: the patient comes from the address or, through
 * the encounter, from the EHR; a chart that was sent must be that patient's, and a token that is bound to a patient reaches
 * no other.
 */
@ApplicationScoped
public class Subjects {

    /** Of a chart that is sent along nothing is read from the EHR: the token must be for this patient at all. */
    private static final Scopes KNOWS_PATIENT = Scopes.parse("patient/Patient.r");

    private final @Nullable EhrRegistry registry;
    private final @Nullable BackendTokens tokens;
    private final @Nullable SearchPlans plans;
    private final @Nullable ChartReader reader;
    private final @Nullable AuditTrail audit;
    private final @Nullable FhirContext fhir;

    /** For the container's proxies only. */
    protected Subjects() {
        this.registry = null;
        this.tokens = null;
        this.plans = null;
        this.reader = null;
        this.audit = null;
        this.fhir = null;
    }

    @Inject
    public Subjects(
            EhrRegistry registry,
            BackendTokens tokens,
            SearchPlans plans,
            ChartReader reader,
            AuditTrail audit,
            FhirContext fhir) {
        this.registry = registry;
        this.tokens = tokens;
        this.plans = plans;
        this.reader = reader;
        this.audit = audit;
        this.fhir = fhir;
    }

    /** The patient whom the address names. */
    Subject ofPatient(ServletRequestDetails details, String patient, Input input) {
        FacadeCall call = FacadeCall.of(details);
        if (input.context().isEmpty()) {
            call.require(details, patient, readsChart(call));
            return new Subject(patient, new ChartSource.FromEhr(access(call)), Optional.empty());
        }
        call.require(details, patient, KNOWS_PATIENT);
        GivenChart chart = taken(input.context().get(), Optional.of(patient), call);
        return new Subject(patient, new ChartSource.Given(chart), Optional.empty());
    }

    /** The patient whose encounter the address names; the encounter of another patient is as one that is not there. */
    Subject ofEncounter(ServletRequestDetails details, String encounter, Input input) {
        FacadeCall call = FacadeCall.of(details);
        Optional<String> bound = call.caller().patient();
        if (input.context().isEmpty()) {
            call.require(details, bound.orElse(""), readsChart(call));
            EhrAccess access = access(call);
            Visit visit = visit(call, access, encounter);
            requireBound(bound, visit.patient());
            return new Subject(visit.patient(), new ChartSource.FromEhr(access), Optional.of(visit));
        }
        call.require(details, bound.orElse(""), KNOWS_PATIENT);
        GivenChart chart = taken(input.context().get(), bound, call);
        Visit visit = chart.visit(encounter).orElseThrow(() -> new Refusal(Problem.unknownEncounter()));
        return new Subject(chart.patient(), new ChartSource.Given(chart), Optional.of(visit));
    }

    private Visit visit(FacadeCall call, EhrAccess access, String encounter) {
        if (!ChartReader.isId(encounter)) {
            throw new Refusal(Problem.unknownEncounter());
        }
        Objects.requireNonNull(audit)
                .record(new AuditEvent(
                        AuditEvent.Kind.CHART_READ,
                        call.ehr().value(),
                        call.caller().patient(),
                        call.actor(),
                        "encounter " + encounter));
        return switch (Objects.requireNonNull(reader).visit(access, encounter)) {
            case VisitOutcome.Read read -> read.visit();
            case VisitOutcome.Unknown ignored -> throw new Refusal(Problem.unknownEncounter());
            case VisitOutcome.NotPermitted ignored ->
                throw new Refusal(Problem.forbidden("The EHR does not let this product read the encounter."));
            case VisitOutcome.EhrUnavailable unavailable -> throw unavailable(unavailable.reason());
        };
    }

    private static void requireBound(Optional<String> bound, String patient) {
        if (bound.isPresent() && !bound.get().equals(patient)) {
            throw new Refusal(Problem.unknownEncounter());
        }
    }

    private GivenChart taken(Input.Context context, Optional<String> patient, FacadeCall call) {
        GivenCharts charts = new GivenCharts(Objects.requireNonNull(fhir), Limits.CALLER);
        try {
            return switch (charts.take(
                    context.entries(), context.format(), patient, fhirBase(call).toString())) {
                case GivenOutcome.Taken taken -> taken.chart();
                case GivenOutcome.OtherPatient ignored -> throw new Refusal(Problem.otherPatient());
                case GivenOutcome.NotOnePatient ignored -> throw new Refusal(Problem.notOnePatient());
                case GivenOutcome.UnknownElement ignored -> throw new Refusal(Problem.unknownElement());
            };
        } catch (RefusedInput refused) {
            throw Input.refused(refused);
        }
    }

    /** An operation is allowed to whoever may do each thing it does: read and search every type of the EHR's plan. */
    private Scopes readsChart(FacadeCall call) {
        Stream<String> types = Objects.requireNonNull(plans).of(fhirBase(call)).types().stream()
                .sorted();
        return Scopes.of(Stream.concat(Stream.of("Patient"), types)
                .map(type -> "patient/" + type + ".rs")
                .toList());
    }

    /** What reading the charts of a whole ward takes: that of each, for whoever is there, and the ward itself. */
    Scopes readsChartsOf(FacadeCall call, String ward) {
        Stream<String> types = Objects.requireNonNull(plans).of(fhirBase(call)).types().stream()
                .sorted();
        return Scopes.of(Stream.concat(Stream.of(ward, "Patient"), types)
                .map(type -> "user/" + type + ".rs")
                .toList());
    }

    private URI fhirBase(FacadeCall call) {
        return Objects.requireNonNull(registry).get(call.ehr()).fhirBase();
    }

    /** Our own access to the EHR of a call. */
    EhrAccess access(FacadeCall call) {
        try {
            BackendTokens ours = Objects.requireNonNull(tokens);
            Bearer bearer = ours.tokenFor(call.ehr());
            return new EhrAccess(
                    fhirBase(call),
                    () -> ours.tokenFor(call.ehr()).value(),
                    type -> bearer.scopes().mayRead(type),
                    Optional.of(refused -> ours.refused(call.ehr(), bearer)));
        } catch (AuthorizationFailed failed) {
            throw new Refusal(Problem.unavailable(
                    failed.reason().code(), "The EHR's authorization server gives this product no access."));
        }
    }

    /** Refuses because the EHR could not be read. */
    static Refusal unavailable(String reason) {
        return new Refusal(Problem.unavailable("ehr-" + reason, "The EHR could not be read. Try again later."));
    }
}
