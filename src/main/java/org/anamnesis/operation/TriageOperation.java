package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.acuity.TriageOutcome;
import org.anamnesis.acuity.TriageRequest;
import org.anamnesis.acuity.Triages;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Visit;
import org.anamnesis.jobs.Running;
import org.anamnesis.model.Cancellation;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** {@code Patient/[id]/$triage} and {@code Encounter/[id]/$triage}. */
@ApplicationScoped
public class TriageOperation {

    static final List<String> PARAMETERS = List.of("asOf", "model", Input.CONTEXT);
    private static final Set<String> MODELS = Set.of("configured", "rules");

    private final @Nullable Triages triages;
    private final @Nullable Subjects subjects;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected TriageOperation() {
        this.triages = null;
        this.subjects = null;
        this.clock = null;
    }

    @Inject
    public TriageOperation(Triages triages, Subjects subjects, Clock clock) {
        this.triages = triages;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Reads the chart, computes scores and level, and keeps the text as a draft. */
    @Operation(name = "$triage", typeName = "Patient")
    public Parameters ofPatient(@IdParam IdType patient, ServletRequestDetails details) {
        Asked asked = Asked.of(Input.read(details, PARAMETERS));
        return triage(
                details,
                asked,
                Objects.requireNonNull(subjects).ofPatient(details, patient.getIdPart(), asked.input()));
    }

    /** The same for a visit: its complaint, and as of its end where it is over. */
    @Operation(name = "$triage", typeName = "Encounter")
    public Parameters ofEncounter(@IdParam IdType encounter, ServletRequestDetails details) {
        Asked asked = Asked.of(Input.read(details, PARAMETERS));
        return triage(
                details,
                asked,
                Objects.requireNonNull(subjects).ofEncounter(details, encounter.getIdPart(), asked.input()));
    }

    /** What was asked, found good before anything is read. */
    private record Asked(Input input, Optional<ClinicalTime> asOf, boolean byRules) {

        static Asked of(Input input) {
            return new Asked(
                    input,
                    input.time("asOf"),
                    input.code("model", MODELS, "configured").equals("rules"));
        }
    }

    private Parameters triage(ServletRequestDetails details, Asked asked, Subject subject) {
        FacadeCall call = FacadeCall.of(details);
        TriageOutcome outcome = Objects.requireNonNull(triages)
                .triage(
                        new TriageRequest(
                                call.ehr().value(),
                                subject.source(),
                                subject.patient(),
                                subject.visit().map(Visit::encounter),
                                asked.asOf().orElseGet(() -> subject.now(Objects.requireNonNull(clock))),
                                subject.frame().with(Optional.empty(), asked.asOf().isPresent()),
                                asked.byRules(),
                                call.actor()),
                        Running.current().map(Running::cancellation).orElseGet(Cancellation::new));
        return switch (outcome) {
            case TriageOutcome.Composed composed -> TriageParameters.of(composed);
            case TriageOutcome.UnknownPatient ignored -> throw new Refusal(Problem.unknownPatient());
            case TriageOutcome.NotPermitted ignored ->
                throw new Refusal(Problem.forbidden("The EHR does not let this product read the patient."));
            case TriageOutcome.EhrUnavailable unavailable -> throw Subjects.unavailable(unavailable.reason());
        };
    }
}
