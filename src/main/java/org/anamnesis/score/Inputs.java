package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;

/** A chart as a source of inputs: all readings of every parameter, searched once and asked for at any moment. */
final class Inputs {

    private static final String OBSERVATION = "Observation";
    private static final String NOT_GIVEN = "not-given";
    private static final List<Parameter> VITALS = List.of(
            Parameter.RESPIRATORY_RATE,
            Parameter.OXYGEN_SATURATION,
            Parameter.SYSTOLIC_PRESSURE,
            Parameter.HEART_RATE,
            Parameter.TEMPERATURE);

    private final Map<Parameter, Series<BigDecimal>> numbers = new EnumMap<>(Parameter.class);
    private final Map<Parameter, Series<String>> words = new EnumMap<>(Parameter.class);
    private final Series<Boolean> oxygen;
    private final Series<BigDecimal> coma;
    private final Series<Consciousness> consciousness;
    private final Missing.Why unseen;
    private final Chart chart;
    private final History history;
    private final OxygenTargets oxygenTargets;
    private final Optional<Fact> statedAge;

    Inputs(Chart chart) {
        this.chart = chart;
        this.history = new History(chart);
        this.oxygenTargets = new OxygenTargets(chart);
        this.statedAge = Age.stated(chart);
        Sightings sightings = Sightings.in(chart);
        for (Parameter parameter : Parameter.values()) {
            if (parameter.unit().isEmpty()) {
                words.put(parameter, new Series<>(parameter.words(), sightings.words(parameter)));
            } else {
                numbers.put(parameter, new Series<>(parameter.words(), sightings.numbers(parameter)));
            }
        }
        words.put(Parameter.PAIN, new Series<>(Parameter.PAIN.words(), sightings.words(Parameter.PAIN)));
        oxygen = new Series<>(Parameter.SUPPLEMENTAL_OXYGEN.words(), OxygenReadings.in(sightings));
        List<Reading<BigDecimal>> totals = ComaReadings.totals(sightings);
        coma = new Series<>(Parameter.COMA_SCORE.words(), totals);
        consciousness = new Series<>(Parameter.CONSCIOUSNESS.words(), consciousness(sightings, totals));
        unseen = unseen(chart.coverage(), OBSERVATION);
    }

    /** The chart itself, for what is asked of it beyond the inputs. */
    Chart chart() {
        return chart;
    }

    History history() {
        return history;
    }

    OxygenTargets oxygenTargets() {
        return oxygenTargets;
    }

    Optional<Age> age(ClinicalTime moment) {
        return Age.at(chart.patient(), statedAge, moment);
    }

    Series<BigDecimal> numbers(Parameter parameter) {
        return Optional.ofNullable(numbers.get(parameter)).orElseThrow();
    }

    Series<String> words(Parameter parameter) {
        return Optional.ofNullable(words.get(parameter)).orElseThrow();
    }

    Series<Boolean> oxygen() {
        return oxygen;
    }

    Series<BigDecimal> coma() {
        return coma;
    }

    Series<Consciousness> consciousness() {
        return consciousness;
    }

    /** The times at which something of the bedside was written, the earliest first. */
    List<ClinicalTime> bedsideTimes() {
        Stream<ClinicalTime> numbered =
                VITALS.stream().flatMap(parameter -> numbers(parameter).times());
        return Stream.of(numbered, oxygen.times(), consciousness.times())
                .flatMap(times -> times)
                .distinct()
                .sorted()
                .toList();
    }

    /** Why an observation that is not there is not there. */
    Missing.Why unseen() {
        return unseen;
    }

    /** What a missing resource of a type means, by what came of reading it. */
    static Missing.Why unseen(Coverage coverage, String type) {
        List<Coverage.Outcome> outcomes = coverage.entries().stream()
                .filter(entry -> entry.type().equals(type))
                .map(Coverage.Entry::outcome)
                .toList();
        if (outcomes.isEmpty() && coverage.origin() == Coverage.Origin.CALLER) {
            return new Missing.Why.NotRead(NOT_GIVEN);
        }
        return outcomes.stream()
                .filter(outcome -> !(outcome instanceof Coverage.Outcome.Found)
                        && !(outcome instanceof Coverage.Outcome.NoneRecorded))
                .<Missing.Why>map(outcome -> new Missing.Why.NotRead(outcome.code()))
                .findFirst()
                .orElseGet(Missing.Why.NotRecorded::new);
    }

    private static List<Reading<Consciousness>> consciousness(Sightings sightings, List<Reading<BigDecimal>> totals) {
        Stream<Reading<Consciousness>> said = sightings.words(Parameter.CONSCIOUSNESS).stream()
                .map(reading -> reading.map(word -> Text.constant(Consciousness.class, word)));
        Stream<Reading<Consciousness>> scored =
                totals.stream().map(reading -> reading.map(ComaReadings::consciousness));
        return Stream.concat(said, scored).toList();
    }
}
