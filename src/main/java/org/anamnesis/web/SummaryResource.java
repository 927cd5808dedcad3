package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.frame.Frame;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.summary.Summaries;
import org.anamnesis.summary.SummaryOutcome;
import org.anamnesis.summary.SummaryRequest;
import org.jspecify.annotations.Nullable;

/** The summary of the launched patient's chart, read with the user's own access. */
@Path("{launchId}/api/summary")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class SummaryResource {

    private static final int LONGEST_FOCUS_CHARACTERS = 500;

    @Inject
    private CurrentLaunch current;

    @Inject
    private Summaries summaries;

    @Inject
    private ReviewedViews views;

    @Inject
    private Clock clock;

    /** What the page sends; absent is the brief summary. */
    public record Asked(@Nullable String kind, @Nullable String focus) {}

    private record Wanted(SummaryKind kind, Optional<String> focus) {

        static Wanted of(@Nullable Asked body) {
            Asked asked = body == null ? new Asked(null, null) : body;
            SummaryKind kind = asked.kind() == null
                    ? SummaryKind.BRIEF
                    : SummaryKind.ofCode(asked.kind()).orElseThrow(Wanted::unusable);
            Optional<String> focus =
                    Optional.ofNullable(asked.focus()).map(String::strip).filter(words -> !words.isEmpty());
            boolean wrong = focus.filter(words -> words.length() > LONGEST_FOCUS_CHARACTERS)
                            .isPresent()
                    || (kind == SummaryKind.PROBLEM && focus.isEmpty());
            if (wrong) {
                throw unusable();
            }
            return new Wanted(kind, focus);
        }

        private static ApiRefusal unusable() {
            return new ApiRefusal(400, "request-unreadable", "This request cannot be read.");
        }
    }

    /** Composes a new draft; the patient is the launch's, whatever the body says. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public SummaryView summarize(@Nullable Asked asked) {
        Wanted wanted = Wanted.of(asked);
        Launch launch = current.launch();
        EhrAccess access = new EhrAccess(launch.ehr().fhirBase(), launch::bearer, launch::mayRead);
        SummaryOutcome outcome = summaries.summarize(new SummaryRequest(
                launch.ehr().id().value(),
                new ChartSource.FromEhr(access),
                launch.patientId(),
                ClinicalTime.utc(clock.instant()),
                Frame.WHOLE,
                wanted.kind(),
                wanted.focus(),
                false,
                launch.actor()));
        return switch (outcome) {
            case SummaryOutcome.Composed composed ->
                views.kept(composed.stored(), SummaryView.of(composed));
            case SummaryOutcome.UnknownPatient ignored ->
                throw new ApiRefusal(
                        502, "ehr-unknown-patient", "The EHR does not know the launched patient any more.");
            case SummaryOutcome.NotPermitted ignored ->
                throw new ApiRefusal(
                        403, "ehr-not-permitted", "The EHR does not let you read this patient's chart here.");
            case SummaryOutcome.EhrUnavailable unavailable ->
                throw new ApiRefusal(502, "ehr-" + unavailable.reason(), "The EHR cannot be read at the moment.");
        };
    }
}
