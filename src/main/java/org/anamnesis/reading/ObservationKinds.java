package org.anamnesis.reading;

import java.util.Set;
import org.anamnesis.chart.FactKind;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;

/** What an observation is about, by its categories; by its LOINC code where it has none. */
final class ObservationKinds {

    private static final String LOINC = "http://loinc.org";

    /** The codes of FHIR R4's vital signs profiles, and both codes of pulse oximetry. */
    private static final Set<String> VITAL_SIGNS = Set.of(
            "85353-1", "9279-1", "8867-4", "2708-6", "59408-5", "8310-5", "8302-2", "9843-4", "29463-7", "39156-5",
            "85354-9", "8480-6", "8462-4");

    /** US Core categories. */
    private static final Set<String> DIRECTIVES =
            Set.of("treatment-intervention-preference", "care-experience-preference", "observation-adi-documentation");

    private static final Set<String> SOCIAL =
            Set.of("social-history", "sdoh", "functional-status", "disability-status", "cognitive-status");

    /** Tobacco, alcohol and occupation, which some EHRs file under surveys. */
    private static final Set<String> HABITS =
            Set.of("72166-2", "11367-0", "8663-7", "63640-7", "74013-4", "11331-6", "11341-5", "21843-8");

    private ObservationKinds() {}

    static FactKind of(Observation observation) {
        if (hasCategory(observation, Set.of("vital-signs"))) {
            return FactKind.VITAL;
        }
        if (hasCategory(observation, DIRECTIVES)) {
            return FactKind.DIRECTIVE;
        }
        if (hasCategory(observation, SOCIAL) || isLoinc(observation, HABITS)) {
            return FactKind.SOCIAL;
        }
        boolean vital = !observation.hasCategory() && isLoinc(observation, VITAL_SIGNS);
        return vital ? FactKind.VITAL : FactKind.RESULT;
    }

    private static boolean isLoinc(Observation observation, Set<String> codes) {
        return observation.getCode().getCoding().stream()
                .anyMatch(coding ->
                        LOINC.equals(coding.getSystem()) && coding.hasCode() && codes.contains(coding.getCode()));
    }

    private static boolean hasCategory(Observation observation, Set<String> codes) {
        return observation.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .filter(Coding::hasCode)
                .anyMatch(coding -> codes.contains(coding.getCode()));
    }
}
