package org.anamnesis.summary;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Demographics;
import org.anamnesis.digest.Digest;
import org.anamnesis.grounding.Statement;
import org.anamnesis.model.Probe;
import org.anamnesis.privacy.PrivacyStep;
import org.anamnesis.prompt.PromptFile;

/**
 * Whether a model can answer in the format that summaries are read in, asked over a made-up chart of nobody: at least two
 * statements that cite lines which are there.
 */
public final class FormatProbe {

    private static final int FEWEST = 2;
    private static final Set<String> IDS = Set.of("D1", "D2", "C1", "C2", "A1", "M1", "L1");
    private static final List<String> LINES = List.of(
            "D1 | patient | Age | 61 years",
            "D2 | patient | Sex | female",
            "C1 | problem | Hypertension | active | since 2015-03-02",
            "C2 | problem | Pneumonia | resolved | since 2021-01-10 | until 2021-02-01",
            "A1 | allergy | Penicillin | active | reaction Rash",
            "M1 | medication | Lisinopril 10 mg oral tablet | active | 10 mg by mouth once daily | 2023-05-04",
            "L1 | result | Potassium | 4.2 mmol/L | 2024-02-03");

    private FormatProbe() {}

    /** @param again how long after a failure it is tried anew */
    public static Probe every(Duration again) {
        Demographics nobody = new Demographics(
                "probe", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, List.of());
        Digest digest = new Digest(LINES, List.of(), List.of(), 0, false);
        return new Probe(
                PrivacyStep.release(PromptFile.read("brief-3").over(digest), nobody), FormatProbe::isInFormat, again);
    }

    static boolean isInFormat(String answer) {
        return AnswerLines.read(answer).stream()
                        .map(Statement::citations)
                        .filter(cited -> !cited.isEmpty() && IDS.containsAll(cited))
                        .count()
                >= FEWEST;
    }
}
