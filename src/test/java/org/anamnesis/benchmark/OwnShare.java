package org.anamnesis.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Backing;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.DraftText;
import org.anamnesis.grounding.Statement;
import org.anamnesis.model.ModelCall;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.model.ModelLimits;
import org.anamnesis.model.ModelSettings;
import org.anamnesis.privacy.FlaggedPassages;
import org.anamnesis.reading.ChartAssembly;
import org.anamnesis.rules.FactSentences;
import org.anamnesis.rules.RuleComposer;
import org.anamnesis.summary.AnsweringModel;
import org.anamnesis.summary.Assignment;
import org.anamnesis.summary.Writer;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * The product's own share of a whole summary, in milliseconds on the wall, from the EHR's parsed resources to the document:
 * facts, digest, prompt, privacy, checking the model's statements, repairing what fails, omissions, conflicts, text, suspicious
 * passages. The model is one on this machine that answers at once, over HTTP; its exchange is within the time. It writes forty statements, one in
 * ten without a citation and one in ten false.
 *
 * @param resources the chart's size
 * @param statements how many statements were checked
 * @param median of the runs
 * @param p95 the time that 95 of 100 runs did not exceed
 */
record OwnShare(int resources, int statements, double median, double p95) {

    static final int STATEMENTS = 40;
    private static final int EVERY = 10;
    private static final List<Integer> SIZES = List.of(500, 5_000);
    private static final int RUNS = 60;

    /** A server runs for weeks: what is compiled in its first minute is no part of the measure. */
    private static final Duration WARMING = Duration.ofSeconds(60);

    private static final ClinicalTime AS_OF = ClinicalTime.day(LocalDate.of(2026, 6, 1));

    static List<OwnShare> measure(SandboxCharts charts) {
        return SIZES.stream().map(size -> of(charts, size)).toList();
    }

    private static OwnShare of(SandboxCharts charts, int size) {
        Patient patient = charts.patient();
        List<Resource> resources = charts.resources(size);
        List<Statement> said = statements(chart(patient, resources));
        List<Double> times = new ArrayList<>();
        try (AnsweringModel model =
                        AnsweringModel.inTurn(answer(said), "{\"statement\":1,\"text\":\"None.\",\"citations\":[]}");
                ModelGateway gateway = new ModelGateway(
                        ModelSettings.openAi("own", model.base(), "none", Optional.empty(), ModelLimits.DEFAULT))) {
            Writer writer = new Writer(Optional.of(gateway));
            long warm = System.nanoTime() + WARMING.toNanos();
            while (times.size() < RUNS) {
                long begin = System.nanoTime();
                summary(writer, chart(patient, resources));
                if (begin > warm) {
                    times.add((System.nanoTime() - begin) / 1e6);
                }
            }
        }
        times.sort(Double::compare);
        OwnShare share =
                new OwnShare(size, said.size(), times.get(RUNS / 2), times.get((int) Math.ceil(RUNS * 0.95) - 1));
        System.out.println(share);
        return share;
    }

    private static Chart chart(Patient patient, List<Resource> resources) {
        return ChartAssembly.of(patient, resources, new Coverage(List.of()), AS_OF);
    }

    private static void summary(Writer writer, Chart chart) {
        Draft draft = writer.write(Assignment.brief(chart), ModelCall.Caller.UNKNOWN, (name, host, prompt) -> {});
        DraftText.of(draft).hash();
        Backing.of(chart, draft.statements().stream().flatMap(one -> one.evidence().stream()));
        FlaggedPassages.of(chart);
        if (!(draft.authorship() instanceof Authorship.ByModel)
                || draft.statements().size() < STATEMENTS / 2) {
            throw new IllegalStateException("the summary is not the one that was to be measured: "
                    + draft.statements().size() + " statements");
        }
    }

    /** What rules write of the chart, filled up with sentences of single facts; some without citations, some false. */
    static List<Statement> statements(Chart chart) {
        List<Fact> facts = chart.facts();
        int step = Math.max(1, facts.size() / STATEMENTS);
        List<Statement> honest = Stream.concat(
                        RuleComposer.compose(chart).stream(),
                        Stream.iterate(0, place -> place < facts.size(), place -> place + step)
                                .map(facts::get)
                                .map(FactSentences::of))
                .limit(STATEMENTS)
                .toList();
        List<Statement> said = new ArrayList<>();
        for (int i = 0; i < honest.size(); i++) {
            Statement one = honest.get(i);
            said.add(
                    switch (i % EVERY) {
                        case 3 -> new Statement(one.section(), one.text(), List.of());
                        case 7 ->
                            new Statement(
                                    one.section(), one.text().replaceFirst("\\.?$", " in 1987."), one.citations());
                        default -> one;
                    });
        }
        return said;
    }

    private static String answer(List<Statement> statements) {
        StringBuilder answer = new StringBuilder();
        for (Statement one : statements) {
            JsonArrayBuilder citations = Json.createArrayBuilder();
            one.citations().forEach(citations::add);
            answer.append(Json.createObjectBuilder()
                            .add("section", one.section().code())
                            .add("text", one.text())
                            .add("citations", citations)
                            .build())
                    .append('\n');
        }
        return answer.toString();
    }
}
