package org.anamnesis.sandbox.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a summary of a shipped chart must tell, and what it must never tell as a present fact.
 *
 * @param patient the Patient's id
 * @param told patterns that some shown statement matches
 * @param untold patterns of entries that are entered in error, refuted or of relatives
 */
record GoldChart(String patient, List<String> told, List<String> untold) {

    static final List<GoldChart> ALL = List.of(
            new GoldChart(
                    "lindgren",
                    List.of("Metformin 500 mg", "Persistent atrial fibrillation", "Lisinopril"),
                    List.of("Asthma", "Glipizide", "\\b7\\.2 mmol", "Peanut", "Malignant neoplasm")),
            new GoldChart(
                    "castellanos",
                    List.of("Penicillin", "clavulanate", "Acute bacterial sinusitis"),
                    List.of("Epilepsy", "Sulfamethoxazole", "\\b214/78\\b", "HPV")),
            new GoldChart(
                    "okonjo",
                    List.of("Chronic obstructive pulmonary disease", "Ertapenem", "Colonoscopy"),
                    List.of("Type 2 diabetes", "\\b8\\.9 mmol", "Warfarin")));

    /** Refuses a summary that leaves out what must be told or tells what must not be. */
    String judge(Summary summary) throws Broken {
        for (String pattern : told) {
            Broken.unless(matches(summary, pattern), "nothing shown matches \"" + pattern + "\"");
        }
        for (String pattern : untold) {
            Broken.unless(!matches(summary, pattern), "something shown matches \"" + pattern + "\"");
        }
        return told.size() + " planted facts told, " + untold.size() + " false entries untold";
    }

    private static boolean matches(Summary summary, String pattern) {
        var wanted = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        return summary.shown().stream()
                .anyMatch(statement -> wanted.matcher(statement.text()).find());
    }
}
