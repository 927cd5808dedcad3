package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.draft.Extent;
import org.anamnesis.draft.LookBack;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.summary.Summaries;
import org.anamnesis.summary.SummaryOutcome;
import org.anamnesis.summary.SummaryRequest;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** {@code Patient/[id]/$summarize} and {@code Encounter/[id]/$summarize}. */
@ApplicationScoped
public class SummarizeOperation {

    private static final List<String> PARAMETERS =
            List.of("kind", "focus", "model", "length", "sections", "lookBack", "language", Input.CONTEXT);
    private static final Set<String> KINDS =
            Arrays.stream(SummaryKind.values()).map(SummaryKind::code).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_FOCUS_CHARACTERS = 500;
    private static final Set<String> MODELS = Set.of("configured", "rules");

    private final @Nullable Summaries summaries;
    private final @Nullable Subjects subjects;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected SummarizeOperation() {
        this.summaries = null;
        this.subjects = null;
        this.clock = null;
    }

    @Inject
    public SummarizeOperation(Summaries summaries, Subjects subjects, Clock clock) {
        this.summaries = summaries;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Reads the chart, writes a summary, checks it and keeps it as a draft. */
    @Operation(name = "$summarize", typeName = "Patient")
    public Parameters ofPatient(@IdParam IdType patient, ServletRequestDetails details) {
        Input input = Input.read(details, PARAMETERS);
        Wanted wanted = Wanted.of(input);
        return summarize(
                details, Objects.requireNonNull(subjects).ofPatient(details, patient.getIdPart(), input), wanted);
    }

    /** The same for a visit: as of its end, its own facts first. */
    @Operation(name = "$summarize", typeName = "Encounter")
    public Parameters ofEncounter(@IdParam IdType encounter, ServletRequestDetails details) {
        Input input = Input.read(details, PARAMETERS);
        Wanted wanted = Wanted.of(input);
        return summarize(
                details, Objects.requireNonNull(subjects).ofEncounter(details, encounter.getIdPart(), input), wanted);
    }

    /** What was asked, found good before anything is read. */
    private record Wanted(
            SummaryKind kind,
            Optional<String> focus,
            boolean byRules,
            Optional<Extent> extent,
            Optional<LookBack> lookBack) {

        static Wanted of(Input input) {
            SummaryKind kind = SummaryKind.ofCode(input.code("kind", KINDS, SummaryKind.BRIEF.code()))
                    .orElseThrow();
            Optional<String> focus = kind == SummaryKind.PROBLEM
                    ? Optional.of(input.requiredText("focus", LONGEST_FOCUS_CHARACTERS))
                    : input.text("focus", LONGEST_FOCUS_CHARACTERS);
            ExtentInput.refuseOtherLanguages(input);
            return new Wanted(
                    kind,
                    focus,
                    input.code("model", MODELS, "configured").equals("rules"),
                    ExtentInput.of(input, kind),
                    ExtentInput.lookBack(input));
        }
    }

    private Parameters summarize(ServletRequestDetails details, Subject subject, Wanted wanted) {
        FacadeCall call = FacadeCall.of(details);
        if (!wanted.byRules()) {
            Objects.requireNonNull(summaries)
                    .usedUp(call.ehr().value(), call.actor())
                    .ifPresent(wait -> {
                        throw new Refusal(Problem.modelBudget(), wait);
                    });
        }
        SummaryOutcome outcome = Objects.requireNonNull(summaries)
                .summarize(
                        new SummaryRequest(
                                call.ehr().value(),
                                subject.source(),
                                subject.patient(),
                                subject.now(Objects.requireNonNull(clock)),
                                subject.frame(),
                                wanted.kind(),
                                wanted.focus(),
                                wanted.byRules(),
                                call.actor(),
                                wanted.extent(),
                                wanted.lookBack()),
                        JobWatcher.current(""));
        return switch (outcome) {
            case SummaryOutcome.Composed composed -> SummaryParameters.of(composed);
            case SummaryOutcome.UnknownPatient ignored -> throw new Refusal(Problem.unknownPatient());
            case SummaryOutcome.NotPermitted ignored ->
                throw new Refusal(Problem.forbidden("The EHR does not let this product read the patient."));
            case SummaryOutcome.EhrUnavailable unavailable -> throw Subjects.unavailable(unavailable.reason());
        };
    }
}
