package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Value;

/** A chart searched once for all inputs of all scores. */
final class Sightings {

    private static final String UNTIMED = "no time stands with it";

    private final Map<Parameter, List<Sighting>> places;

    /** What the same words mean is looked up once: charts say them hundreds of times. */
    private final Map<Said, Optional<String>> meanings = new HashMap<>();

    private Sightings(Map<Parameter, List<Sighting>> places) {
        this.places = places;
    }

    static Sightings in(Chart chart) {
        return new Sightings(chart.facts().stream()
                .flatMap(Sighting::in)
                .collect(Collectors.groupingBy(
                        Sighting::parameter, () -> new EnumMap<>(Parameter.class), Collectors.toList())));
    }

    /** The places where a parameter was written, in the chart's order. */
    List<Sighting> of(Parameter parameter) {
        return places.getOrDefault(parameter, List.of());
    }

    /** The readings of a number. */
    List<Reading<BigDecimal>> numbers(Parameter parameter) {
        return of(parameter).stream()
                .flatMap(place -> number(place).map(reading -> timed(place, reading)).stream())
                .toList();
    }

    /** The readings of a word of {@code words.txt}. */
    List<Reading<String>> words(Parameter parameter) {
        return of(parameter).stream()
                .flatMap(place -> word(place).map(reading -> timed(place, reading)).stream())
                .toList();
    }

    static Optional<Reading<BigDecimal>> number(Sighting place) {
        return Numbers.read(place);
    }

    Optional<Reading<String>> word(Sighting place) {
        String text = place.text();
        if (text.startsWith("no value")) {
            return Optional.empty();
        }
        return meanings.computeIfAbsent(new Said(place.parameter(), said(place)), Said::meaning)
                .<Reading<String>>map(value -> Reading.taken(place, value, text))
                .or(() -> Optional.of(Reading.refused(place, "not understood")));
    }

    private static Concept said(Sighting place) {
        return place.value()
                .filter(Value.Worded.class::isInstance)
                .map(value -> ((Value.Worded) value).concept())
                .orElseGet(() ->
                        place.value().map(value -> Concept.of(value.text())).orElse(place.concept()));
    }

    /** A value without a time is never the newest of anything. */
    static <T> Reading<T> timed(Sighting place, Reading<T> reading) {
        return place.time().isPresent() ? reading : Reading.refused(place, UNTIMED);
    }

    private record Said(Parameter parameter, Concept words) {

        Optional<String> meaning() {
            return WordTable.value(parameter, words);
        }
    }
}
