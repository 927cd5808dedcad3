package org.anamnesis.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;

/**
 * A place in a chart where a parameter was written: a fact of its own, or a part of a panel.
 *
 * @param parameter what was measured
 * @param concept the chart's name for it
 * @param value what stands there; empty where the name says it all
 * @param time the fact's time
 * @param source the fact
 */
record Sighting(
        Parameter parameter, Concept concept, Optional<Value> value, Optional<ClinicalTime> time, CitationId source) {

    private static final Set<FactKind> KINDS =
            Set.of(FactKind.VITAL, FactKind.RESULT, FactKind.SOCIAL, FactKind.DIRECTIVE);
    private static final Set<Standing> STANDINGS = Set.of(Standing.FINAL, Standing.PRELIMINARY, Standing.UNSTATED);

    /** A blood pressure in words, e.g. {@code 112/64 mmHg}. */
    private static final Pattern PRESSURE = Pattern.compile("(\\d{2,3})\\s*/\\s*(\\d{2,3})(?:\\s*mm\\s?Hg)?");

    private static final Set<String> PRESSURE_CODES = Set.of("85354-9", "55284-4", "35094-2");
    private static final Set<String> PRESSURE_NAMES = Set.of("blood pressure", "bp", "nibp", "blood pressure panel");
    private static final String LOINC = "http://loinc.org";

    /** Everything a fact says of any parameter. */
    static Stream<Sighting> in(Fact fact) {
        if (!KINDS.contains(fact.kind()) || !STANDINGS.contains(fact.standing())) {
            return Stream.empty();
        }
        List<Sighting> found = new ArrayList<>();
        if (fact.value().orElse(null) instanceof Value.Panel panel) {
            panel.components().forEach(part -> add(found, fact, part.concept(), Optional.of(part.value())));
        } else {
            add(found, fact, fact.concept(), fact.value());
        }
        return found.stream();
    }

    private static void add(List<Sighting> found, Fact fact, Concept concept, Optional<Value> value) {
        InputTable.named(concept)
                .map(parameter -> new Sighting(parameter, concept, value, fact.time(), fact.id()))
                .ifPresent(found::add);
        if (isPressure(concept) && value.orElse(null) instanceof Value.Worded words) {
            Matcher pressure = PRESSURE.matcher(words.text().strip());
            if (pressure.matches()) {
                found.add(number(fact, Parameter.SYSTOLIC_PRESSURE, concept, pressure.group(1)));
                found.add(number(fact, Parameter.DIASTOLIC_PRESSURE, concept, pressure.group(2)));
            }
        }
    }

    private static boolean isPressure(Concept concept) {
        return PRESSURE_CODES.stream().anyMatch(code -> concept.isCodedAs(LOINC, code))
                || PRESSURE_NAMES.contains(Text.plain(concept.text()));
    }

    private static Sighting number(Fact fact, Parameter parameter, Concept concept, String digits) {
        Value number = new Value.Worded(Concept.of(digits + " mmHg"));
        return new Sighting(parameter, concept, Optional.of(number), fact.time(), fact.id());
    }

    /** The value as the chart has it; the name where it says it all. */
    String text() {
        return value.map(Value::text).orElse(concept.text());
    }

    /** The unit that only the name tells, e.g. of {@code Temperature Fahrenheit}; empty where it tells none. */
    String unitInName() {
        List<String> name = Text.words(concept.text());
        if (parameter != Parameter.TEMPERATURE) {
            return "";
        }
        if (name.contains("fahrenheit") || name.getLast().equals("f")) {
            return "[degF]";
        }
        return name.contains("celsius") || name.getLast().equals("c") ? "Cel" : "";
    }
}
