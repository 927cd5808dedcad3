package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.anamnesis.acuity.TriageOutcome;
import org.anamnesis.acuity.TriageRequest;
import org.anamnesis.acuity.Triages;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.frame.Frame;

/** The triage of the launched patient, read with the user's own access. */
@Path("{launchId}/api/triage")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class TriageResource {

    @Inject
    private CurrentLaunch current;

    @Inject
    private Triages triages;

    @Inject
    private Clock clock;

    /** Computes scores and level as of now and keeps their text as a new draft; the patient is the launch's. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public TriageView triage() {
        Launch launch = current.launch();
        EhrAccess access = launch.access();
        TriageOutcome outcome = triages.triage(new TriageRequest(
                launch.ehr().id().value(),
                new ChartSource.FromEhr(access),
                launch.patientId(),
                launch.chart().encounterId().map(id -> new ResourceId("Encounter", id)),
                ClinicalTime.utc(clock.instant()),
                Frame.WHOLE,
                false,
                launch.actor()));
        return switch (outcome) {
            case TriageOutcome.Composed composed -> TriageView.of(composed);
            case TriageOutcome.UnknownPatient ignored ->
                throw new ApiRefusal(
                        502, "ehr-unknown-patient", "The EHR does not know the launched patient any more.");
            case TriageOutcome.NotPermitted ignored ->
                throw new ApiRefusal(
                        403, "ehr-not-permitted", "The EHR does not let you read this patient's chart here.");
            case TriageOutcome.EhrUnavailable unavailable ->
                throw new ApiRefusal(502, "ehr-" + unavailable.reason(), "The EHR cannot be read at the moment.");
        };
    }
}
