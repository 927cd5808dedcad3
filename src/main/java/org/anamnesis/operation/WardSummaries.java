package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.draft.LookBack;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.fetch.Roster;
import org.anamnesis.fetch.RosterOutcome;
import org.anamnesis.fetch.WardPlace;
import org.anamnesis.frame.Frame;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.jobs.Running;
import org.anamnesis.summary.Summaries;
import org.anamnesis.summary.SummaryOutcome;
import org.anamnesis.summary.SummaryRequest;
import org.anamnesis.ward.Eyes;
import org.anamnesis.ward.WardRequest;
import org.anamnesis.ward.Wards;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * {@code Group/[id]/$summarize}: a draft for each patient of a ward, one after the other. It takes minutes, so it is answered later
 * only; where it is interrupted, it goes on with the patients who have no draft of it yet.
 */
@ApplicationScoped
public class WardSummaries {

    static final List<String> PARAMETERS = List.of("kind", "model", "lookBack");

    private static final Set<String> KINDS = Set.of("brief", "handoff", "since-last-visit");
    private static final Set<String> MODELS = Set.of("configured", "rules");

    /** As in {@link WardOperations}: all callers read with our own access. */
    private static final String OWN_ACCESS = "backend";

    private final @Nullable Wards wards;
    private final @Nullable Summaries summaries;
    private final @Nullable DraftAccess drafts;
    private final @Nullable Subjects subjects;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected WardSummaries() {
        this.wards = null;
        this.summaries = null;
        this.drafts = null;
        this.subjects = null;
        this.clock = null;
    }

    @Inject
    public WardSummaries(Wards wards, Summaries summaries, DraftAccess drafts, Subjects subjects, Clock clock) {
        this.wards = wards;
        this.summaries = summaries;
        this.drafts = drafts;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Drafts for all members of a Group. */
    @Operation(name = "$summarize", typeName = "Group")
    public Parameters ofGroup(@IdParam IdType group, ServletRequestDetails details) {
        Input input = Input.read(details, PARAMETERS);
        Wanted wanted = new Wanted(
                SummaryKind.ofCode(input.code("kind", KINDS, SummaryKind.BRIEF.code()))
                        .orElseThrow(),
                input.code("model", MODELS, "configured").equals("rules"),
                ExtentInput.lookBack(input));
        FacadeCall call = FacadeCall.of(details);
        Subjects all = Objects.requireNonNull(subjects);
        call.requireMany(details, all.readsChartsOf(call, "Group"));
        Running running = Running.current()
                .orElseThrow(() -> new Refusal(new Problem(
                        400,
                        IssueType.NOTSUPPORTED,
                        "async-required",
                        "A ward takes too long to be answered at once. Ask with the header Prefer: respond-async.")));
        WardPlace place = new WardPlace(WardPlace.Kind.GROUP, group.getIdPart());
        Eyes eyes = new Eyes(call.ehr().value(), all.access(call), OWN_ACCESS, call.actor());
        running.step("reading who is on the ward");
        return switch (Objects.requireNonNull(wards).roster(WardRequest.now(eyes, place))) {
            case RosterOutcome.Read read -> of(call, read.roster(), wanted, running);
            case RosterOutcome.Unknown ignored -> throw new Refusal(Problem.unknownWard());
            case RosterOutcome.NotPermitted ignored ->
                throw new Refusal(Problem.forbidden("The EHR does not let this product read who is on this ward."));
            case RosterOutcome.EhrUnavailable unavailable -> throw Subjects.unavailable(unavailable.reason());
        };
    }

    private record Wanted(SummaryKind kind, boolean byRules, Optional<LookBack> lookBack) {}

    private Parameters of(FacadeCall call, Roster roster, Wanted wanted, Running running) {
        List<MemberSummary> members = new ArrayList<>();
        int count = roster.patients().size();
        for (String patient : roster.patients()) {
            if (running.isCancelled()) {
                throw new CancellationException("nobody waits for the summaries");
            }
            String of = "patient " + (members.size() + 1) + " of " + count + ": ";
            running.step(of + "begun");
            members.add(done(call, patient, running)
                    .orElseGet(() -> summarize(call, patient, wanted, new Place(running, of))));
        }
        return MemberSummary.parameters(roster, members);
    }

    private record Place(Running running, String of) {}

    /** What an earlier try has of a patient. */
    private Optional<MemberSummary> done(FacadeCall call, String patient, Running running) {
        return running.part(patient)
                .map(MemberSummary.Part::read)
                .map(part -> MemberSummary.composed(
                        patient, Objects.requireNonNull(drafts).find(call, part.draft()), part.complete()));
    }

    private MemberSummary summarize(FacadeCall call, String patient, Wanted wanted, Place place) {
        // The access is got anew for each: a ward may take longer than a token holds.
        EhrAccess access = Objects.requireNonNull(subjects).access(call);
        SummaryOutcome outcome = Objects.requireNonNull(summaries)
                .summarize(
                        new SummaryRequest(
                                call.ehr().value(),
                                new ChartSource.FromEhr(access),
                                patient,
                                ClinicalTime.utc(Objects.requireNonNull(clock).instant()),
                                Frame.WHOLE,
                                wanted.kind(),
                                Optional.empty(),
                                wanted.byRules(),
                                call.actor(),
                                Optional.empty(),
                                wanted.lookBack()),
                        new JobWatcher(place.running(), place.of()));
        return switch (outcome) {
            case SummaryOutcome.Composed composed -> {
                boolean complete = composed.draft().chart().coverage().isComplete();
                place.running()
                        .keepPart(
                                patient,
                                new MemberSummary.Part(composed.stored().id().toString(), complete).written());
                yield MemberSummary.composed(patient, composed.stored(), complete);
            }
            case SummaryOutcome.UnknownPatient ignored -> MemberSummary.without(patient, "unknown-patient");
            case SummaryOutcome.NotPermitted ignored -> MemberSummary.without(patient, "not-permitted");
            case SummaryOutcome.EhrUnavailable unavailable ->
                MemberSummary.without(patient, "ehr-" + unavailable.reason());
        };
    }
}
