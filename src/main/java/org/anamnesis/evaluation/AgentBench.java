package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.corpus.JsonLines;
import org.anamnesis.focus.Question;
import org.anamnesis.measure.SetResult;

/**
 * FHIR-AgentBench: questions on MIMIC charts with the resources that answer them. The product chooses a context by search;
 * no model is asked, so there is no answer.
 */
final class AgentBench implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "fhir-agentbench",
            "Finding the resources that answer a question",
            "Questions on hospital charts, each with the resources that answer it. The product chooses a context for"
                    + " each question by search alone; measured is how much of what is wanted is in it, and how much"
                    + " else.");
    private static final String ID = "question_id";
    private static final String PATIENT = "patient_fhir_id";
    private static final Fields FIELDS = new Fields(ID, Set.of(PATIENT, "question", "assumption"));
    private static final Pattern NOW =
            Pattern.compile("current time is (\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2})?)");

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
        String assumption = item.text("assumption").orElse("");
        ClinicalTime now = now(assumption).orElse(open.chart().asOf());
        FocusedContext context =
                FocusedContext.of(open, new Question((item.required("question") + " " + assumption).strip(), now));
        ObjectNode line = Json.object().put(ID, item.id());
        line.set("context_ids", Json.texts(context.ids()));
        line.put("tokens", context.tokens())
                .put("none_found", context.isNoneFound())
                .putNull("answer")
                .put("ms", Rounded.toTenth(context.milliseconds()));
        return new Output(line, Json.object());
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) {
        return AgentBenchFigures.of(NAME, scored);
    }

    /** What the question says is now: a local time, since it names no offset. */
    static Optional<ClinicalTime> now(String assumption) {
        Matcher matcher = NOW.matcher(assumption);
        return matcher.find()
                ? Optional.of(new ClinicalTime(
                        LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2)),
                        Optional.empty(),
                        ClinicalTime.Precision.MINUTE))
                : Optional.empty();
    }
}
