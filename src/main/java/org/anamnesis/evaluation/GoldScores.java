package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.score.Component;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Scored;
import org.anamnesis.score.Scores;
import org.anamnesis.triage.Acuity;
import org.anamnesis.triage.ChartVisit;
import org.anamnesis.triage.Reason;
import org.anamnesis.triage.Triage;
import org.jspecify.annotations.Nullable;

/** NEWS2 at every time of a chart at which vital signs were written, and the level of its last emergency visit. */
final class GoldScores {

    static final List<String> PARTS = List.of("rr", "spo2", "o2", "sbp", "hr", "acvpu", "temp");
    private static final String EMERGENCY = "emergency";

    private GoldScores() {}

    /** The level of the last emergency visit at its triage; null where there is no such visit, or no level. */
    static @Nullable ObjectNode triage(Chart chart) {
        Optional<Fact> visit = chart.facts(FactKind.ENCOUNTER)
                .filter(fact -> fact.time().isPresent())
                .filter(fact -> fact.attributes(Attribute.Role.CATEGORY)
                        .anyMatch(category -> category.text().equals(EMERGENCY)))
                .max(Comparator.comparing(fact -> fact.time().orElseThrow()));
        return visit.map(fact -> Triage.acuity(ChartVisit.atTriage(chart, fact)))
                .filter(Acuity.Levelled.class::isInstance)
                .map(Acuity.Levelled.class::cast)
                .map(GoldScores::line)
                .orElse(null);
    }

    private static ObjectNode line(Acuity.Levelled levelled) {
        ObjectNode line = Json.object().put("level", levelled.level().number());
        line.set(
                "reasons",
                Json.texts(levelled.reasons().stream().map(Reason::why).toList()));
        return line;
    }

    static ArrayNode news2(Chart chart) {
        ArrayNode lines = Json.array();
        Scores scores = Scores.of(chart);
        List<ClinicalTime> times = chart.facts(FactKind.VITAL)
                .map(Fact::time)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        if (!times.isEmpty()) {
            scores.series(Scores.NEWS2, times.getFirst(), times.getLast())
                    .forEach(scored -> line(chart, scored).ifPresent(lines::add));
        }
        return lines;
    }

    private static Optional<ObjectNode> line(Chart chart, Scored scored) {
        return scored.outcome() instanceof Outcome.Computed computed
                ? Optional.of(line(chart, scored.at(), computed))
                : Optional.empty();
    }

    private static ObjectNode line(Chart chart, ClinicalTime at, Outcome.Computed computed) {
        ObjectNode inputs = Json.object();
        ObjectNode points = Json.object();
        ArrayNode evidence = Json.array();
        for (int part = 0; part < PARTS.size(); part++) {
            Component component = computed.components().get(part);
            inputs.put(
                    PARTS.get(part),
                    component.inputs().isEmpty()
                            ? null
                            : component.inputs().getFirst().text());
            points.put(PARTS.get(part), component.points().intValueExact());
            component.inputs().stream()
                    .flatMap(input -> input.source().stream())
                    .flatMap(id -> chart.fact(id).stream())
                    .forEach(fact -> evidence.add(fact.source().reference()));
        }
        ObjectNode line = Json.object()
                .put("time", instant(at))
                .put("total", computed.total().intValueExact());
        line.set("inputs", inputs);
        line.set("points", points);
        line.set("evidence", evidence);
        return line;
    }

    private static String instant(ClinicalTime at) {
        return at.local().atOffset(at.offset().orElse(ZoneOffset.UTC)).toString();
    }
}
