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
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.context.ContextOutcome;
import org.anamnesis.context.ContextRequest;
import org.anamnesis.context.PatientContexts;
import org.anamnesis.context.Wanted;
import org.anamnesis.frame.Frame;
import org.anamnesis.frame.Span;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** {@code Patient/[id]/$patient-context} and {@code Encounter/[id]/$patient-context}. */
@ApplicationScoped
public class ContextOperation {

    static final List<String> PARAMETERS = List.of("focus", "period", "budget", "asOf", Input.CONTEXT);
    private static final int LONGEST_FOCUS_CHARACTERS = 500;

    private final @Nullable PatientContexts contexts;
    private final @Nullable Subjects subjects;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected ContextOperation() {
        this.contexts = null;
        this.subjects = null;
        this.clock = null;
    }

    @Inject
    public ContextOperation(PatientContexts contexts, Subjects subjects, Clock clock) {
        this.contexts = contexts;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** The bounded context of a patient's chart. */
    @Operation(name = "$patient-context", typeName = "Patient")
    public Parameters ofPatient(@IdParam IdType patient, ServletRequestDetails details) {
        Asked asked = Asked.of(Input.read(details, PARAMETERS));
        return context(
                details,
                asked,
                Objects.requireNonNull(subjects).ofPatient(details, patient.getIdPart(), asked.input()));
    }

    /** The same for a visit: as of its end, its own facts first. */
    @Operation(name = "$patient-context", typeName = "Encounter")
    public Parameters ofEncounter(@IdParam IdType encounter, ServletRequestDetails details) {
        Asked asked = Asked.of(Input.read(details, PARAMETERS));
        return context(
                details,
                asked,
                Objects.requireNonNull(subjects).ofEncounter(details, encounter.getIdPart(), asked.input()));
    }

    /** What was asked, found good before anything is read. */
    private record Asked(
            Input input,
            Optional<String> focus,
            Optional<Span> period,
            Optional<Integer> budget,
            Optional<ClinicalTime> asOf) {

        static Asked of(Input input) {
            return new Asked(
                    input,
                    input.text("focus", LONGEST_FOCUS_CHARACTERS),
                    input.period("period"),
                    input.integer("budget", Wanted.LEAST_BUDGET_TOKENS, Wanted.MOST_BUDGET_TOKENS),
                    input.time("asOf"));
        }

        Frame frame(Subject subject) {
            return subject.frame().with(period, asOf.isPresent());
        }
    }

    private Parameters context(ServletRequestDetails details, Asked asked, Subject subject) {
        FacadeCall call = FacadeCall.of(details);
        ClinicalTime now = asked.asOf().orElseGet(() -> subject.now(Objects.requireNonNull(clock)));
        Wanted wanted = new Wanted(asked.focus(), asked.frame(subject), asked.budget());
        ContextOutcome outcome = Objects.requireNonNull(contexts)
                .contextOf(new ContextRequest(
                        call.ehr().value(), subject.source(), subject.patient(), now, wanted, call.actor()));
        return switch (outcome) {
            case ContextOutcome.Composed composed -> ContextParameters.of(composed.context());
            case ContextOutcome.UnknownPatient ignored -> throw new Refusal(Problem.unknownPatient());
            case ContextOutcome.NotPermitted ignored ->
                throw new Refusal(Problem.forbidden("The EHR does not let this product read the patient."));
            case ContextOutcome.EhrUnavailable unavailable -> throw Subjects.unavailable(unavailable.reason());
        };
    }
}
