package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.anamnesis.corpus.Item;
import org.anamnesis.score.Component;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Score;
import org.anamnesis.score.Scores;

/** The tables there are: which columns are inputs, which score they belong to, and under which names its result is written. */
enum VectorKind {
    NEWS2(
            Scores.NEWS2,
            List.of(
                    (item, bedside) -> bedside.respiratoryRate(item.required("rr")),
                    (item, bedside) -> bedside.saturation(item.required("spo2")),
                    (item, bedside) -> bedside.oxygen(item.required("o2").equalsIgnoreCase("true")),
                    (item, bedside) -> bedside.systolic(item.required("sbp")),
                    (item, bedside) -> bedside.heartRate(item.required("hr")),
                    (item, bedside) -> bedside.consciousness(item.required("acvpu")),
                    (item, bedside) -> bedside.temperature(item.required("temp")))),
    QSOFA(
            Scores.QSOFA,
            List.of(
                    (item, bedside) -> bedside.respiratoryRate(item.required("rr")),
                    (item, bedside) -> bedside.systolic(item.required("sbp")),
                    (item, bedside) -> bedside.coma(item.required("gcs")))),
    EGFR(Scores.EGFR, List.of((item, bedside) -> bedside.creatinine(item.required("scr_mg_dl"))));

    private static final List<String> NEWS2_PARTS =
            List.of("s_rr", "s_spo2", "s_o2", "s_sbp", "s_hr", "s_cns", "s_temp");

    private final Score score;
    private final List<BiConsumer<Item, Bedside>> inputs;

    VectorKind(Score score, List<BiConsumer<Item, Bedside>> inputs) {
        this.score = score;
        this.inputs = inputs;
    }

    /** By the columns a row has. */
    static Optional<VectorKind> of(Item item) {
        if (item.text("acvpu").isPresent()) {
            return Optional.of(NEWS2);
        }
        return item.text("gcs").isPresent()
                ? Optional.of(QSOFA)
                : item.text("scr_mg_dl").isPresent() ? Optional.of(EGFR) : Optional.empty();
    }

    /** The computed columns of a row, its inputs written in one shape; null where the score is not computed. */
    ObjectNode computed(Item item, Shape shape) {
        Outcome outcome = outcome(item, shape, (1 << inputs.size()) - 1);
        ObjectNode columns = Json.object();
        Optional<Outcome.Computed> computed =
                outcome instanceof Outcome.Computed one ? Optional.of(one) : Optional.empty();
        switch (this) {
            case NEWS2 -> {
                for (int part = 0; part < NEWS2_PARTS.size(); part++) {
                    int at = part;
                    columns.put(
                            NEWS2_PARTS.get(part),
                            computed.map(one -> points(one.components().get(at)))
                                    .orElse(null));
                }
                columns.put(
                        "total",
                        computed.map(one -> one.total().intValueExact()).orElse(null));
                columns.put("risk", computed.map(one -> one.band().name()).orElse(null));
            }
            case QSOFA ->
                columns.put(
                        "qsofa",
                        computed.map(one -> one.total().intValueExact()).orElse(null));
            case EGFR -> {
                columns.put("egfr", computed.map(Outcome.Computed::total).orElse(null));
                columns.put(
                        "egfr_rounded",
                        computed.map(one -> Integer.valueOf(one.text().split(" ", 2)[0]))
                                .orElse(null));
            }
        }
        return columns;
    }

    private static Integer points(Component part) {
        return part.points().intValueExact();
    }

    /** For how many combinations of missing inputs a score was given nevertheless. */
    int madeUp(Item item) {
        return (int) IntStream.range(0, combinations())
                .filter(present -> outcome(item, Shape.UCUM, present) instanceof Outcome.Computed)
                .count();
    }

    /** How many combinations of missing inputs there are, at least one missing. */
    int combinations() {
        return (1 << inputs.size()) - 1;
    }

    private Outcome outcome(Item item, Shape shape, int present) {
        Bedside bedside = new Bedside(shape, item);
        IntStream.range(0, inputs.size())
                .filter(input -> (present & 1 << input) != 0)
                .forEach(input -> inputs.get(input).accept(item, bedside));
        return Scores.of(bedside.chart()).at(score, Bedside.NOW).outcome();
    }
}
