package org.anamnesis.web;

import org.anamnesis.smart.LaunchRefusal;

/** Why a launch came to nothing, in words for the clinician. */
final class LaunchNotices {

    private static final String AGAIN = "Open it again from the patient's chart in your EHR.";

    private LaunchNotices() {}

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
            case UNAVAILABLE -> notice(502, why, "The EHR's sign-in does not answer", "Nothing was opened. " + AGAIN);
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
                                + " or a setting that allows this site's cookies inside the EHR, solves it.");
            case OTHER_ISSUER ->
                notice(403, why, "The sign-in came back from another server", "Nothing was opened. " + AGAIN);
            case DENIED -> notice(403, why, "Access was not granted", "The EHR did not give access. " + AGAIN);
            case REQUEST_REFUSED ->
                notice(
                        502,
                        why,
                        "The EHR refuses what Anamnesis asks for",
                        "Its registration there needs attention from whoever looks after the EHR.");
            case IDENTITY ->
                notice(403, why, "The EHR did not say clearly who you are", "So the chart stays closed. " + AGAIN);
            case NO_PATIENT ->
                notice(400, why, "No patient was opened", "Open Anamnesis from within a patient's chart.");
        };
    }

    private static Notice notice(int status, LaunchRefusal why, String title, String advice) {
        return new Notice(status, why.code(), title, advice);
    }
}
