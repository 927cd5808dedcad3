package org.anamnesis.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.summary.Writer;

/** The sets there are: those that this version runs, and those of which it only knows the folder. */
final class Sets {

    /** Recognised, and listed in the report as not run. */
    static final List<String> NOT_RUN = List.of();

    private static final List<String> RUN = List.of(
            "fhir-agentbench",
            "fhirpath-qa",
            "scores",
            "ed-triage-mimic-demo",
            "gold-charts",
            "lying-model",
            "deid-synthetic",
            "deid-presidio",
            "prompt-injection",
            "grounding-claims",
            "grounding-prose",
            "medec",
            "mts-dialog",
            "charts",
            "mimic-iv-fhir-demo",
            "synthea-r4");

    /** All names that may be asked for. */
    static final List<String> NAMES =
            Stream.concat(RUN.stream(), NOT_RUN.stream()).toList();

    private Sets() {}

    /** The sets that this version runs, in the order of the report. */
    static List<EvaluationSet> of(Corpus corpus, Writer writer) {
        return List.of(
                new AgentBench(),
                new FhirpathQa(corpus),
                new ScoreVectors(),
                new EdTriage(),
                new GoldCharts(writer),
                GroundingSet.ofClaims(),
                GroundingSet.ofProse(),
                new Medec(),
                new MtsDialog(),
                new LyingModel(),
                new Identifiers(Identifiers.CLINICAL),
                new Identifiers(Identifiers.GENERAL),
                new PlantedInstructions(),
                new ChartSummaries("charts", "Whole charts of your own", corpus, writer),
                new ChartSummaries("mimic-iv-fhir-demo", "Whole charts of intensive care", corpus, writer),
                new ChartSummaries("synthea-r4", "Whole charts of primary care, synthetic", corpus, writer));
    }
}
