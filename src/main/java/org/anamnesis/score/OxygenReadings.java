package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Value;

/** Whether the patient breathes oxygen or air: by the flow, by the inspired share, by the device's name, by a word. */
final class OxygenReadings {

    /** The share of oxygen in air, as charts round it. */
    private static final BigDecimal AIR = BigDecimal.valueOf(21);

    private static final Pattern FLOW =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)\\s*(?:l|lpm|litres?|liters?)\\b", Pattern.CASE_INSENSITIVE);

    private OxygenReadings() {}

    /** True is oxygen, false is air. */
    static List<Reading<Boolean>> in(Sightings sightings) {
        Stream<Reading<Boolean>> flows = sightings.numbers(Parameter.OXYGEN_FLOW).stream()
                .map(reading -> reading.map(flow -> flow.signum() > 0));
        Stream<Reading<Boolean>> shares = sightings.numbers(Parameter.INSPIRED_OXYGEN).stream()
                .map(reading -> reading.map(share -> share.compareTo(AIR) > 0));
        Stream<Reading<Boolean>> devices = sightings.of(Parameter.SUPPLEMENTAL_OXYGEN).stream()
                .flatMap(place -> device(sightings, place).map(reading -> Sightings.timed(place, reading)).stream());
        Stream<Reading<Boolean>> air =
                sightings.words(Parameter.ROOM_AIR).stream().map(reading -> reading.map(OxygenReadings::isOxygen));
        return Stream.of(flows, shares, devices, air).flatMap(each -> each).toList();
    }

    /** What stands under the name of the device: a word, or a flow or share that should stand elsewhere. */
    private static Optional<Reading<Boolean>> device(Sightings sightings, Sighting place) {
        if (place.value().orElse(null) instanceof Value.Quantity) {
            return amount(place, Parameter.OXYGEN_FLOW, BigDecimal.ZERO)
                    .filter(Reading.Taken.class::isInstance)
                    .or(() -> amount(place, Parameter.INSPIRED_OXYGEN, AIR));
        }
        Matcher flow = FLOW.matcher(place.text());
        if (flow.find()) {
            boolean flowing = new BigDecimal(flow.group(1)).signum() > 0;
            return Optional.of(Reading.taken(place, flowing, place.text()));
        }
        return sightings.word(place).map(reading -> reading.map(OxygenReadings::isOxygen));
    }

    private static boolean isOxygen(String word) {
        return word.equals("oxygen");
    }

    private static Optional<Reading<Boolean>> amount(Sighting place, Parameter parameter, BigDecimal air) {
        Sighting named = new Sighting(parameter, place.concept(), place.value(), place.time(), place.source());
        return Sightings.number(named).map(reading -> reading.map(amount -> amount.compareTo(air) > 0));
    }
}
