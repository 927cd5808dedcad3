package org.anamnesis.claims;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.chart.FactKind;

/** What is meant by "surgery", "the operation": procedures whose titles name the act and not the word. */
final class Surgery {

    private static final Set<String> NAMES = Set.of("surgeri", "surgery", Stem.of("surgery"), Stem.of("open"));

    /** Acts of surgery in titles of ICD-9-CM volume 3, ICD-10-PCS and SNOMED CT. */
    private static final Pattern ACTS = Pattern.compile(
            "excision|resection|bypass|replacement|repair|\\bfusion|fixation|amputation|transplant|reattachment|open approach|surg"
                    + "|(?:ectomy|plasty|ostomy|otomy|orrhaphy|odesis|pexy)\\b",
            Pattern.CASE_INSENSITIVE);

    private Surgery() {}

    /** Whether a phrase means an operation and does not say which. */
    static boolean isNamed(List<String> stems) {
        return stems.contains(Stem.of("surgery")) && NAMES.containsAll(stems);
    }

    static boolean isOne(FactView view) {
        return view.kind() == FactKind.PROCEDURE
                && ACTS.matcher(view.fact().concept().text()).find();
    }
}
