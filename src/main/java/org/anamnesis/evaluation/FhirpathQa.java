package org.anamnesis.evaluation;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.corpus.JsonLines;
import org.anamnesis.fhirpath.FhirPaths;
import org.anamnesis.fhirpath.PathOutcome;
import org.anamnesis.focus.Question;
import org.anamnesis.measure.SetResult;

/**
 * FHIRPath-QA: questions on MIMIC charts with a FHIRPath query each and what it came to. The query is evaluated over the
 * chart's Bundle; apart from that the product chooses a context for the question and offers values from it.
 */
final class FhirpathQa implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "fhirpath-qa",
            "Computing answers, and evaluating FHIRPath",
            "Questions on hospital charts, each with a FHIRPath query and what it came to. The query is evaluated over"
                    + " the chart without a store; apart from that the product chooses a context for the question and"
                    + " computes values from it.");
    private static final String ID = "id";
    private static final String PATIENT = "patient_id_hash";
    private static final Fields FIELDS = new Fields(ID, Set.of(PATIENT, "question", "now", "query"));

    private final FhirPaths engine;
    private final FhirContext fhir;

    FhirpathQa(Corpus corpus) {
        this.engine = corpus.paths();
        this.fhir = corpus.fhir();
    }

    @Override
    public SetResult.Name name() {
        return NAME;
    }

    @Override
    public List<Task> tasks(Corpus corpus) throws IOException {
        return Tasks.ofLines(JsonLines.read(corpus.data(), NAME.id(), FIELDS), ID, PATIENT);
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) throws IOException {
        OpenChart open = charts.open(key);
        PathOutcome result = open.paths(engine).evaluate(MimicEditions.current(item.required("query")));
        ClinicalTime now =
                item.text("now").flatMap(FhirpathQa::time).orElse(open.chart().asOf());
        FocusedContext context = FocusedContext.of(open, new Question(item.required("question"), now));
        ObjectNode line = Json.object().put(ID, item.id());
        line.set("query_result", PathValues.of(result, fhir));
        line.set("context_ids", Json.texts(context.ids()));
        line.set("values", Json.texts(context.choice().values()));
        line.put("tokens", context.tokens()).put("ms", Rounded.toTenth(context.milliseconds()));
        return new Output(line, Json.object());
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) throws IOException {
        return new FhirpathQaFigures(corpus).of(NAME, scored);
    }

    private static Optional<ClinicalTime> time(String text) {
        try {
            return Optional.of(
                    new ClinicalTime(LocalDateTime.parse(text), Optional.empty(), ClinicalTime.Precision.MINUTE));
        } catch (DateTimeException notLocal) {
            return Optional.empty();
        }
    }
}
