package org.anamnesis.ehr;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked for where the configuration does not say: no wildcard, nothing that no feature needs. */
final class ScopesAsked {

    // What the plan for reading a chart searches, and what comes along with it.
    private static final List<String> CHART = List.of(
            "Patient",
            "Encounter",
            "Condition",
            "AllergyIntolerance",
            "Medication",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationAdministration",
            "MedicationDispense",
            "Observation",
            "DiagnosticReport",
            "Procedure",
            "ServiceRequest",
            "Appointment",
            "Flag",
            "CarePlan",
            "Goal",
            "Immunization",
            "FamilyMemberHistory",
            "Consent",
            "ImagingStudy",
            "Composition",
            "Task",
            "CareTeam",
            "RelatedPerson",
            "DeviceUseStatement",
            "Specimen",
            "Location",
            "Binary");

    /** Without these a launch has neither a chart nor a user. */
    static final List<String> OF_EVERY_LAUNCH = List.of("launch", "openid", "fhirUser");

    /** To read a chart and to file into it without a user. */
    static final Set<String> BACKEND = asked(
            "system/", "system/Group.rs", "system/DocumentReference.crs", "system/Provenance.crs", "system/Device.crs");

    /** To read the launched patient's chart as its clinician, and to know who that is. */
    static final Set<String> APP = asked(
            "patient/",
            "launch",
            "openid",
            "fhirUser",
            "online_access",
            "user/Practitioner.r",
            "patient/DocumentReference.rs",
            "patient/Device.rs");

    /** Besides, to list a ward in the page: they reach every patient that the user may see. */
    static final Set<String> WARD = Stream.of(
                    "Group",
                    "Location",
                    "Patient",
                    "Observation",
                    "Encounter",
                    "Condition",
                    "MedicationRequest",
                    "Flag",
                    "ServiceRequest",
                    "CarePlan")
            .map(type -> "user/" + type + ".rs")
            .collect(Collectors.toUnmodifiableSet());

    private ScopesAsked() {}

    private static Set<String> asked(String context, String... more) {
        Set<String> all = new LinkedHashSet<>(List.of(more));
        CHART.forEach(type -> all.add(context + type + ".rs"));
        return Collections.unmodifiableSet(all);
    }
}
