package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.frame.Frame;
import org.anamnesis.summary.Summaries;
import org.anamnesis.summary.SummaryOutcome;
import org.anamnesis.summary.SummaryRequest;

/** The summary of the launched patient's chart, read with the user's own access. */
@Path("{launchId}/api/summary")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class SummaryResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private Summaries summaries;

    @Inject
    private Clock clock;

    /** Composes a new draft; the patient is the launch's, whatever the body says. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public SummaryView summarize() {
        Launch launch = current.launch();
        EhrAccess access = new EhrAccess(launch.ehr().fhirBase(), launch::bearer, launch::mayRead);
        SummaryOutcome outcome = summaries.summarize(new SummaryRequest(
                launch.ehr().id().value(),
                new ChartSource.FromEhr(access),
                launch.patientId(),
                ClinicalTime.utc(clock.instant()),
                Frame.WHOLE,
                false,
                launch.actor()));
        return switch (outcome) {
            case SummaryOutcome.Composed composed -> SummaryView.of(composed);
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
