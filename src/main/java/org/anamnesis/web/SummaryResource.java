package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.anamnesis.draft.Authorship;
import org.anamnesis.summary.Summaries;
import org.anamnesis.summary.SummaryOutcome;
import org.jspecify.annotations.Nullable;

/** The summary of the launched patient's chart, read with the user's own access, as one answer. */
@Path("{launchId}/api/summary")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class SummaryResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private Summaries summaries;

    @Inject
    private ReviewedViews views;

    @Inject
    private Clock clock;

    /** Composes a new draft; the patient is the launch's, whatever the body says. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public SummaryView summarize(@Nullable SummaryWish wish) {
        Launch launch = current.launch();
        return whenAgain(
                view(summaries.summarize(SummaryWish.orPlain(wish).request(launch, clock)), views, launch),
                summaries,
                launch);
    }

    /** Says when a model can be asked again where the user's or the EHR's budget is used up. */
    static SummaryView whenAgain(SummaryView view, Summaries summaries, Launch launch) {
        return Authorship.Fallback.BUDGET.code().equals(view.fallbackReason())
                ? summaries
                        .usedUp(launch.ehr().id().value(), launch.actor())
                        .map(view::withModelAgainIn)
                        .orElse(view)
                : view;
    }

    /** What the page shows of it, kept for its reviewers, or why there is none. */
    static SummaryView view(SummaryOutcome outcome, ReviewedViews views, Launch launch) {
        return switch (outcome) {
            case SummaryOutcome.Composed composed -> views.kept(composed.stored(), SummaryView.of(composed), launch);
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
