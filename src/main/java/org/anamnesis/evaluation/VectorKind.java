package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.anamnesis.corpus.Item;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Score;
import org.anamnesis.score.Scores;

/** A score with exact values: which columns its inputs stand in, and which it fills. */
enum VectorKind {
    NEWS2(Scores.NEWS2, inputs("rr", "spo2", "o2", "sbp", "hr", "acvpu", "temp")) {
        @Override
        void prepare(Item row, VectorChart chart) {
            if (row.text("scale").filter("2"::equals).isPresent()) {
                chart.secondScale();
            }
        }

        @Override
        void fill(ObjectNode line, Outcome.Computed score) {
            for (int part = 0; part < PARTS.size(); part++) {
                line.put(
                        PARTS.get(part),
                        score.components().get(part).points().intValueExact());
            }
            line.put("total", score.total().intValueExact()).put("risk", score.band().name());
        }

        @Override
        List<String> columns() {
            return COLUMNS;
        }
    },
    QSOFA(Scores.QSOFA, inputs("rr", "sbp", "gcs")) {
        @Override
        void fill(ObjectNode line, Outcome.Computed score) {
            line.put("qsofa", score.total().intValueExact());
        }

        @Override
        List<String> columns() {
            return List.of("qsofa");
        }
    },
    CKD_EPI(Scores.EGFR, inputs("sex", "age", "scr_mg_dl")) {
        @Override
        void fill(ObjectNode line, Outcome.Computed score) {
            line.put("egfr", score.total())
                    .put("egfr_rounded", Integer.valueOf(score.text().replaceFirst(" .*", "")));
        }

        @Override
        List<String> columns() {
            return List.of("egfr", "egfr_rounded");
        }
    };

    private static final List<String> PARTS =
            List.of("s_rr", "s_spo2", "s_o2", "s_sbp", "s_hr", "s_cns", "s_temp");
    private static final List<String> COLUMNS =
            List.of("s_rr", "s_spo2", "s_o2", "s_sbp", "s_hr", "s_cns", "s_temp", "total", "risk");

    /** Writes the value of a column into a chart. */
    private static final Map<String, BiConsumer<VectorChart, String>> WRITERS = Map.ofEntries(
            Map.entry("rr", VectorChart::respiratoryRate),
            Map.entry("spo2", VectorChart::saturation),
            Map.entry("o2", (chart, value) -> chart.oxygen(Set.of("true", "1", "yes").contains(lower(value)))),
            Map.entry("sbp", VectorChart::systolic),
            Map.entry("hr", VectorChart::pulse),
            Map.entry("acvpu", VectorChart::consciousness),
            Map.entry("temp", VectorChart::temperature),
            Map.entry("gcs", VectorChart::comaScore),
            Map.entry("sex", VectorChart::sex),
            Map.entry("age", VectorChart::aged),
            Map.entry("scr_mg_dl", VectorChart::creatinine));

    /** All columns that a row may have and the product may see. */
    static final Set<String> SEEN = Set.of(
            "id", "kind", "scale", "rr", "spo2", "o2", "sbp", "hr", "acvpu", "temp", "gcs", "sex", "age", "scr_mg_dl");

    private final Score score;
    private final List<String> inputs;

    VectorKind(Score score, List<String> inputs) {
        this.score = score;
        this.inputs = inputs;
    }

    /** @throws ItemFailed where no score has these columns */
    static VectorKind of(Item row) {
        return Arrays.stream(values())
                .filter(kind -> row.fields().containsAll(kind.inputs))
                .findFirst()
                .orElseThrow(() -> new ItemFailed("columns-of-no-known-score"));
    }

    List<String> inputs() {
        return inputs;
    }

    /** The columns it fills. */
    abstract List<String> columns();

    abstract void fill(ObjectNode line, Outcome.Computed score);

    void prepare(Item row, VectorChart chart) {
        // only one score has a choice of scales
    }

    /** The inputs of a row that have a value. */
    Map<String, String> given(Item row) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String input : inputs) {
            row.text(input).map(String::strip).filter(text -> !text.isEmpty()).ifPresent(text -> given.put(input, text));
        }
        return given;
    }

    /** What the score comes to where these inputs stand in a chart and no others. */
    Outcome outcome(Item row, Map<String, String> given, VectorShape shape) {
        VectorChart chart = new VectorChart(shape);
        if (inputs.contains("age")) {
            chart.ageUnknown();
            chart.sexUnknown();
        }
        prepare(row, chart);
        given.forEach((input, value) -> WRITERS.get(input).accept(chart, value));
        return Scores.of(chart.chart()).at(score, VectorChart.MOMENT).outcome();
    }

    private static List<String> inputs(String... columns) {
        return List.of(columns);
    }

    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }
}
