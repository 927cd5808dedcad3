package org.anamnesis.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.smart.LaunchRefusal;
import org.anamnesis.smart.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a launch came to nothing, in words for the clinician. */
final class LaunchNotices {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchNotices.class);
    private static final String AGAIN = "Open it again from the patient's chart in your EHR.";
    private static final String HELP = " If it happens again, tell whoever looks after the EHR the code below.";
    private static final int INCIDENT_BITS = 64;

    private LaunchNotices() {}

    /** Tells the clinician why; the incident in the words is the one in our log. */
    static void send(HttpServletResponse response, LaunchRefusal why, Optional<Ehr> ehr) throws IOException {
        String incident = Secrets.fresh(INCIDENT_BITS);
        LOG.info("incident {}: {}", incident, why.code());
        of(why).send(response, ehr.orElse(null), incident);
    }

    static Notice of(LaunchRefusal why) {
        return switch (why) {
            case INCOMPLETE ->
                notice(400, why, "This link is incomplete", "Anamnesis is opened from a patient's chart in your EHR.");
            case UNKNOWN_EHR ->
                notice(
                        400,
                        why,
                        "This EHR is not set up here",
                        "Anamnesis does not know the EHR that opened it. Whoever looks after the EHR can set it up.");
            case NOT_SET_UP ->
                notice(
                        400,
                        why,
                        "Opening charts is not set up for this EHR",
                        "Anamnesis is not registered at this EHR as an app. Whoever looks after the EHR can do that.");
            case PROOF_NOT_TAKEN ->
                notice(
                        502,
                        why,
                        "The EHR does not take the way Anamnesis signs in",
                        "Its registration there needs attention from whoever looks after the EHR.");
            case OTHER_TENANT ->
                notice(
                        403,
                        why,
                        "This chart belongs to another organization",
                        "Anamnesis is set up for one organization of this EHR, and the chart is of another.");
            case UNAVAILABLE ->
                notice(502, why, "The EHR's sign-in does not answer", "Nothing was opened. " + AGAIN + HELP);
            case UNKNOWN_STATE ->
                notice(
                        403,
                        why,
                        "This sign-in is over",
                        "It was used before, took too long, or began elsewhere. " + AGAIN);
            case COOKIE_BLOCKED ->
                notice(
                        403,
                        why,
                        "The browser blocked a cookie that Anamnesis needs",
                        "Without it nobody can tell that it is still you, so the chart stays closed. A newer browser,"
                                + " or a setting that allows this site's cookies inside the EHR, solves it. Whoever"
                                + " looks after this computer can help.");
            case OTHER_ISSUER ->
                notice(403, why, "The sign-in came back from another server", "Nothing was opened. " + AGAIN + HELP);
            case DENIED ->
                notice(
                        403,
                        why,
                        "Access was not granted",
                        "You or the EHR said no, so nothing was opened. " + AGAIN + HELP);
            case REQUEST_REFUSED ->
                notice(
                        502,
                        why,
                        "The EHR refuses what Anamnesis asks for",
                        "Its registration there needs attention from whoever looks after the EHR.");
            case SCOPE_REFUSED ->
                notice(
                        502,
                        why,
                        "The EHR refuses a permission that Anamnesis needs",
                        "Nothing was opened. Whoever looks after the EHR can grant it: the permissions (scopes) of"
                                + " Anamnesis are in its settings, those that the EHR allows in its registration there.");
            case CLOCK ->
                notice(
                        403,
                        why,
                        "The clocks of the EHR and of Anamnesis differ",
                        "By more than a minute, so nobody can tell whether your sign-in is from now, and the chart stays"
                                + " closed. Whoever looks after the EHR or Anamnesis can set them right.");
            case IDENTITY ->
                notice(
                        403,
                        why,
                        "The EHR did not say clearly who you are",
                        "So the chart stays closed. " + AGAIN + HELP);
            case NO_PATIENT ->
                notice(400, why, "No patient was opened", "Open Anamnesis from within a patient's chart." + HELP);
        };
    }

    private static Notice notice(int status, LaunchRefusal why, String title, String advice) {
        return new Notice(status, why.code(), title, advice);
    }
}
