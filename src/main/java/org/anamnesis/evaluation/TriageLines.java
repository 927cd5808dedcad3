package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.score.Component;
import org.anamnesis.score.Consciousness;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Scored;
import org.anamnesis.score.Scores;
import org.anamnesis.triage.Acuity;
import org.anamnesis.triage.ChartVisit;
import org.anamnesis.triage.Triage;
import org.jspecify.annotations.Nullable;

/** Acuity and NEWS2 as lines of JSON. */
final class TriageLines {

    /** The inputs of NEWS2 in the order of its components. */
    private static final List<String> INPUTS = List.of("rr", "spo2", "supplemental_o2", "sbp", "hr", "acvpu", "temp");

    private static final List<String> POINTS = List.of("rr", "spo2", "o2", "sbp", "hr", "acvpu", "temp");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private TriageLines() {}

    /** The level of the last emergency visit of a chart, at its triage; null where the chart has none. */
    static @Nullable ObjectNode ofChart(Chart chart) {
        return chart.facts(FactKind.ENCOUNTER)
                .filter(TriageLines::isEmergency)
                .filter(visit -> visit.time().isPresent())
                .max(Comparator.comparing(visit -> visit.time().orElseThrow()))
                .map(visit -> {
                    Acuity acuity = Triage.acuity(ChartVisit.atTriage(chart, visit));
                    ObjectNode line = level(Json.object(), acuity);
                    line.set(
                            "missing",
                            Json.texts(acuity.missing().stream()
                                    .map(missing -> missing.sentence())
                                    .toList()));
                    return line;
                })
                .orElse(null);
    }

    private static boolean isEmergency(Fact encounter) {
        return encounter
                .attributes(Attribute.Role.CATEGORY)
                .anyMatch(category -> category.text().equalsIgnoreCase("emergency"));
    }

    /** Puts a level and its reasons on a line; null where nothing is known to give one by. */
    static ObjectNode level(ObjectNode line, Acuity acuity) {
        switch (acuity) {
            case Acuity.Levelled levelled -> {
                line.put("level", levelled.level().number());
                line.set(
                        "reasons",
                        Json.texts(levelled.reasons().stream()
                                .map(reason -> reason.rule() + ": " + reason.why())
                                .toList()));
            }
            case Acuity.Undetermined ignored -> {
                line.putNull("level");
                line.set("reasons", Json.texts(List.of("neither a complaint nor a vital sign is known")));
            }
        }
        return line;
    }

    /** NEWS2 at every time at which vital signs were written and it can be computed. */
    static ArrayNode news2(Chart chart) {
        ArrayNode lines = Json.array();
        List<ClinicalTime> times = chart.facts(FactKind.VITAL)
                .flatMap(vital -> vital.time().stream())
                .sorted()
                .toList();
        if (!times.isEmpty()) {
            // What was measured after the last encounter ended was measured nevertheless.
            Scores.of(chart).series(Scores.NEWS2, times.getFirst(), times.getLast()).forEach(scored -> {
                if (scored.outcome() instanceof Outcome.Computed computed) {
                    lines.add(line(chart, scored, computed));
                }
            });
        }
        return lines;
    }

    private static ObjectNode line(Chart chart, Scored scored, Outcome.Computed computed) {
        ObjectNode line = Json.object()
                .put("time", time(scored.at()))
                .put("spo2_scale", computed.components().get(1).name().endsWith("2") ? 2 : 1);
        ObjectNode inputs = line.putObject("inputs");
        ObjectNode points = line.putObject("points");
        for (int part = 0; part < INPUTS.size(); part++) {
            Component component = computed.components().get(part);
            put(inputs, INPUTS.get(part), component.inputs().getFirst().value());
            points.put(POINTS.get(part), component.points().intValueExact());
        }
        line.put("total", computed.total().intValueExact());
        line.set(
                "evidence",
                Json.texts(Statements.references(
                        chart,
                        computed.components().stream()
                                .flatMap(part -> part.inputs().stream())
                                .flatMap(input -> input.source().stream())
                                .toList())));
        return line;
    }

    private static void put(ObjectNode inputs, String name, Object value) {
        switch (value) {
            case BigDecimal number -> inputs.put(name, number);
            case Boolean given -> inputs.put(name, given);
            case Consciousness level -> inputs.put(name, letter(level));
            default -> inputs.put(name, String.valueOf(value));
        }
    }

    /** The letter of ACVPU; a coma score below 15 and nothing else has none. */
    private static String letter(Consciousness level) {
        return switch (level) {
            case ALERT -> "A";
            case CONFUSED -> "C";
            case VOICE -> "V";
            case PAIN -> "P";
            case UNRESPONSIVE -> "U";
            case BELOW_FIFTEEN -> level.words();
        };
    }

    static String time(ClinicalTime time) {
        return time.local().atOffset(time.offset().orElse(ZoneOffset.UTC)).format(TIME);
    }
}
