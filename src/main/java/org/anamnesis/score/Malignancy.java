package org.anamnesis.score;

import java.util.List;

/** Wells' criterion of cancer: treated within six months, or palliative. A problem list says cancer, not when it was treated. */
final class Malignancy {

    private static final String NAME = "Malignancy, treated within six months or palliative";

    private Malignancy() {}

    static void add(Findings findings, Tally tally, Criteria criteria) {
        List<Measured<String>> cancer = findings.has("cancer");
        if (cancer.isEmpty()) {
            criteria.has(NAME, "1", "cancer");
        } else {
            tally.lacks(new Missing(
                    NAME,
                    new Missing.Why.ForAPerson(
                            "the problem list has " + cancer.getFirst().sentence() + "; when was it treated?")));
        }
    }
}
