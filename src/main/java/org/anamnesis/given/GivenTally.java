package org.anamnesis.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;

/** Counts what a given chart holds and what had to be left out of it, for the coverage. */
final class GivenTally {

    /** What a chart is made of; that none of one was given says nothing about the patient. */
    private static final List<String> TYPES = List.of(
            "Patient",
            "Encounter",
            "Condition",
            "AllergyIntolerance",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationAdministration",
            "MedicationDispense",
            "Observation",
            "DiagnosticReport",
            "Procedure",
            "ImagingStudy",
            "DocumentReference",
            "Composition",
            "ServiceRequest",
            "Appointment",
            "Task",
            "Flag",
            "CarePlan",
            "Goal",
            "Immunization",
            "FamilyMemberHistory",
            "Consent",
            "Device");

    private static final String ASKED = "given by the caller";

    private final Map<String, Integer> taken = new TreeMap<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final Set<String> unread = new TreeSet<>();

    void take(String type) {
        taken.merge(type, 1, Integer::sum);
    }

    void skip(String type) {
        skipped.merge(type, 1, Integer::sum);
    }

    /** Notes a type that no fact is made of. */
    void leave(String type) {
        unread.add(type);
    }

    Coverage coverage() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        TYPES.forEach(type -> outcomes.put(type, outcome(type)));
        unread.forEach(type -> outcomes.put(type, new Outcome.NotAsked("not-read")));
        skipped.keySet().forEach(type -> outcomes.put(type, outcome(type)));
        List<Coverage.Entry> entries = new ArrayList<>();
        outcomes.forEach((type, outcome) -> entries.add(new Coverage.Entry(type, ASKED, outcome)));
        return new Coverage(Coverage.Origin.CALLER, entries);
    }

    /** Whether facts are made of resources of a type. */
    static boolean isRead(String type) {
        return TYPES.contains(type);
    }

    private Outcome outcome(String type) {
        int read = taken.getOrDefault(type, 0);
        int left = skipped.getOrDefault(type, 0);
        return read + left == 0 ? new Outcome.NotAsked("not-given") : new Outcome.Found(read, left);
    }
}
