package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
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
import org.anamnesis.triage.ReportedVisit;
import org.anamnesis.triage.Triage;

/** Emergency visits as the fields of a triage sheet; the level by rules alone, beside the level that a nurse gave. */
final class EdTriage implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "ed-triage-mimic-demo",
            "Emergency triage against nurses and outcomes",
            "Visits with complaint, arrival, vital signs, age and sex. The product gives a level of the Emergency Severity"
                    + " Index by rules, without a model; it is compared with the level a nurse gave, and with who went to"
                    + " intensive care or died.");

    private static final String ID = "encounter";
    private static final Fields FIELDS = new Fields(
            ID,
            Set.of(
                    "patient", "gender", "age", "arrival", "cc", "temp", "temp_unit", "hr", "rr", "spo2", "sbp", "dbp",
                    "pain"));

    /** A sheet has no time of its own, and nothing in it depends on one. */
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
        EmergencyVisit visit = visit(item);
        Acuity acuity = Triage.acuity(visit);
        Outcome news2 = Scores.NEWS2.of(visit.findings());
        ObjectNode line = Json.object().put(ID, item.id());
        TriageLines.level(line, acuity);
        line.put("news2", news2 instanceof Outcome.Computed computed ? computed.total().intValueExact() : null);
        line.set("missing", Json.texts(missing(acuity, news2)));
        ObjectNode measures = Json.object();
        for (String field : List.of("patient", "gender", "age")) {
            measures.put(field, text(item, field));
        }
        return new Output(line, measures);
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) throws IOException {
        return EdTriageFigures.of(NAME, scored, corpus);
    }

    private static EmergencyVisit visit(Item item) {
        return ReportedVisit.at(MOMENT)
                .age(text(item, "age"))
                .sex(text(item, "gender"))
                .arrival(text(item, "arrival"))
                .complaint(text(item, "cc"))
                .temperature(text(item, "temp"), text(item, "temp_unit"))
                .heartRate(text(item, "hr"))
                .respiratoryRate(text(item, "rr"))
                .saturation(text(item, "spo2"))
                .pressure(text(item, "sbp"), text(item, "dbp"))
                .pain(text(item, "pain"))
                .visit();
    }

    /** What triage asks for and the sheet lacks, and what NEWS2 lacks besides. */
    private static Set<String> missing(Acuity acuity, Outcome news2) {
        Set<String> missing = new LinkedHashSet<>();
        acuity.missing().forEach(one -> missing.add(one.sentence()));
        if (news2 instanceof Outcome.NotComputable lacking) {
            lacking.missing().stream().map(Missing::sentence).forEach(missing::add);
        }
        return missing;
    }

    private static String text(Item item, String field) {
        return item.text(field).orElse("");
    }
}
