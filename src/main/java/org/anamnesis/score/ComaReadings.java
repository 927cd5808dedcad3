package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;

/** The Glasgow coma score as its total, or as the sum of its three parts where all three were taken at one time. */
final class ComaReadings {

    private static final int FULL = 15;

    private ComaReadings() {}

    static List<Reading<BigDecimal>> totals(Sightings sightings) {
        List<Reading<BigDecimal>> totals = new ArrayList<>(sightings.numbers(Parameter.COMA_SCORE));
        List<Measured<BigDecimal>> verbal = taken(sightings, Parameter.VERBAL_RESPONSE);
        List<Measured<BigDecimal>> motor = taken(sightings, Parameter.MOTOR_RESPONSE);
        for (Measured<BigDecimal> eye : taken(sightings, Parameter.EYE_OPENING)) {
            at(verbal, eye.time())
                    .flatMap(spoken -> at(motor, eye.time()).map(moved -> sum(eye, spoken, moved)))
                    .ifPresent(total -> totals.add(new Reading.Taken<>(total)));
        }
        return totals;
    }

    /** As a level of consciousness: 15 is awake and oriented; less is not, and does not say in which way. */
    static Consciousness consciousness(BigDecimal total) {
        return total.intValue() == FULL ? Consciousness.ALERT : Consciousness.BELOW_FIFTEEN;
    }

    private static List<Measured<BigDecimal>> taken(Sightings sightings, Parameter part) {
        return sightings.numbers(part).stream()
                .flatMap(reading ->
                        reading instanceof Reading.Taken<BigDecimal> taken ? Stream.of(taken.value()) : Stream.empty())
                .toList();
    }

    private static Optional<Measured<BigDecimal>> at(List<Measured<BigDecimal>> parts, Optional<ClinicalTime> time) {
        return parts.stream().filter(part -> part.time().equals(time)).findFirst();
    }

    private static Measured<BigDecimal> sum(
            Measured<BigDecimal> eye, Measured<BigDecimal> verbal, Measured<BigDecimal> motor) {
        BigDecimal total = eye.value().add(verbal.value()).add(motor.value());
        String parts = "E" + eye.value().intValue() + " V" + verbal.value().intValue() + " M"
                + motor.value().intValue();
        return new Measured<>(
                Parameter.COMA_SCORE.words(), total, parts + " = " + total.intValue(), eye.time(), eye.source());
    }
}
