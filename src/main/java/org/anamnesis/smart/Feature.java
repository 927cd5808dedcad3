package org.anamnesis.smart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.ehr.Registration;

/** What a launched clinician can do, and what it needs: where that was not granted, the page says so at once. */
public enum Feature {
    /** Problems, medicines, allergies and results in a summary. */
    SUMMARY("patient/Patient.rs patient/Condition.rs patient/MedicationRequest.rs patient/AllergyIntolerance.rs"
            + " patient/Observation.rs"),
    /** Visits and the level of triage. */
    TRIAGE("patient/Encounter.rs patient/Observation.rs"),
    /** The text of notes and reports. */
    NOTES("patient/DocumentReference.rs patient/Binary.rs"),
    /** Lists of a ward's patients. */
    WARD("user/Patient.rs user/Observation.rs user/Encounter.rs"),
    /** A signature: the EHR names the user as a practitioner. */
    SIGNATURE(""),
    /** Signed text into the chart, by access of our own. */
    FILING("system/DocumentReference.c"),
    /** A sign-in that lasts longer than its first token. */
    RENEWAL("");

    private final Scopes needed;

    Feature(String needed) {
        this.needed = Scopes.parse(needed);
    }

    /** Its stable name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why a feature is off. */
    public enum Why {
        /** The EHR did not grant these scopes. */
        NOT_GRANTED("scopes-not-granted"),
        /** This installation does not ask for these scopes. */
        NOT_ASKED("scopes-not-asked-for"),
        /** The EHR does not name the user as a practitioner. */
        NO_PRACTITIONER("no-practitioner"),
        /** The EHR gave nothing to renew the sign-in with. */
        NO_REFRESH("no-refresh-token");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    /**
     * A feature that is off.
     *
     * @param scopes those that lack; empty where that is not the reason
     */
    public record Off(Feature feature, Why why, List<String> scopes) {

        public Off {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * What is off in an opened chart. Ward lists are named only where this installation asks for them.
     *
     * @throws AuthorizationFailed if the user's access has ended
     */
    public static List<Off> offIn(OpenedChart chart) {
        Scopes granted = chart.access().bearer().scopes();
        Scopes asked = Scopes.of(chart.ehr().app().map(Registration::scopes).orElse(Set.of()));
        List<Off> off = new ArrayList<>();
        for (Feature one : List.of(SUMMARY, TRIAGE, NOTES)) {
            one.addUnlessGranted(granted, asked, off);
        }
        if (asked.missing(WARD.needed).isEmpty()) {
            WARD.addUnlessGranted(granted, asked, off);
        }
        if (chart.user().practitioner().isEmpty()) {
            off.add(new Off(SIGNATURE, Why.NO_PRACTITIONER, List.of()));
        }
        Set<String> backend = chart.ehr().backend().scopes();
        if (!backend.isEmpty()) {
            FILING.addUnlessGranted(Scopes.of(backend), Scopes.of(backend), off);
        }
        if (!chart.access().isRenewable()) {
            off.add(new Off(RENEWAL, Why.NO_REFRESH, List.of()));
        }
        return List.copyOf(off);
    }

    private void addUnlessGranted(Scopes granted, Scopes asked, List<Off> off) {
        List<ResourceScope> missing = granted.missing(needed);
        if (!missing.isEmpty()) {
            boolean wasAsked = asked.missing(needed).isEmpty();
            off.add(new Off(
                    this,
                    wasAsked ? Why.NOT_GRANTED : Why.NOT_ASKED,
                    missing.stream().map(ResourceScope::toString).collect(Collectors.toList())));
        }
    }
}
