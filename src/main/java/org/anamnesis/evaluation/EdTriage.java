package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.corpus.CsvLines;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.measure.SetResult;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Scores;
import org.anamnesis.triage.Acuity;
import org.anamnesis.triage.EmergencyVisit;
import org.anamnesis.triage.Reason;
import org.anamnesis.triage.ReportedVisit;
import org.anamnesis.triage.Triage;

/** Emergency visits by the fields of their triage sheets, with the nurse's level and what became of them. No model is asked. */
final class EdTriage implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "ed-triage-mimic-demo",
            "Triage of emergency visits",
            "Visits by complaint, arrival, age and first vital signs. The product gives a level by rules, without a model;"
                    + " compared with the level of the triage nurse and with what became of the patient.");
    private static final String ID = "encounter";
    private static final Fields FIELDS = new Fields(
            ID,
            Set.of(
                    "patient",
                    "gender",
                    "age",
                    "arrival",
                    "cc",
                    "temp",
                    "temp_unit",
                    "hr",
                    "rr",
                    "spo2",
                    "sbp",
                    "dbp",
                    "pain"));

    /** A sheet has no date; nothing in a level depends on one. */
    private static final ClinicalTime MOMENT = ClinicalTime.minute(LocalDateTime.of(2000, 1, 1, 0, 0), ZoneOffset.UTC);

    @Override
    public SetResult.Name name() {
        return NAME;
    }

    @Override
    public List<Task> tasks(Corpus corpus) throws IOException {
        return CsvLines.read(corpus.data(), NAME.id(), FIELDS).stream()
                .map(row -> new Task(row, ID, new ChartKey.None()))
                .toList();
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) {
        long begin = System.nanoTime();
        EmergencyVisit visit = visit(item);
        Acuity acuity = Triage.acuity(visit);
        Outcome news2 = Scores.NEWS2.of(visit.findings());
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        ObjectNode line = Json.object().put(ID, item.id());
        if (acuity instanceof Acuity.Levelled levelled) {
            line.put("level", levelled.level().number());
            line.set(
                    "reasons",
                    Json.texts(levelled.reasons().stream().map(EdTriage::words).toList()));
        } else {
            line.putNull("level").set("reasons", Json.array());
        }
        if (news2 instanceof Outcome.Computed computed) {
            line.put("news2", computed.total().intValueExact());
        } else {
            line.putNull("news2");
        }
        line.set(
                "missing",
                Json.texts(acuity.missing().stream().map(Missing::name).toList()));
        line.put("ms", Rounded.toTenth(milliseconds));
        ObjectNode measures = Json.object();
        measures.put("sex", item.text("gender").orElse(""))
                .put("age", item.text("age").orElse(""))
                .put("patient", item.text("patient").orElse(""));
        return new Output(line, measures);
    }

    private static String words(Reason reason) {
        return reason.rule() + ": " + reason.why();
    }

    private static EmergencyVisit visit(Item item) {
        return ReportedVisit.at(MOMENT)
                .age(field(item, "age"))
                .sex(field(item, "gender"))
                .arrival(field(item, "arrival"))
                .complaint(field(item, "cc"))
                .temperature(field(item, "temp"), field(item, "temp_unit"))
                .heartRate(field(item, "hr"))
                .respiratoryRate(field(item, "rr"))
                .saturation(field(item, "spo2"))
                .pressure(field(item, "sbp"), field(item, "dbp"))
                .pain(field(item, "pain"))
                .visit();
    }

    /** Blank is what the sheet left blank. */
    private static String field(Item item, String name) {
        return item.text(name).orElse("");
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) throws IOException {
        return EdTriageFigures.of(NAME, scored, Races.of(scored, corpus.patients()));
    }
}
