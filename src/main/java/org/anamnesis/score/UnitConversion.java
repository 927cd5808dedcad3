package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.Optional;

/** What the scores need of a unit library: one number in the unit that their publications use. */
interface UnitConversion {

    /**
     * The number in the unit asked for.
     *
     * @param number the number as measured
     * @param unit its unit, a UCUM code or a usual spelling of it
     * @param target the UCUM code of the unit asked for
     * @param measured what was measured: mass and amount of substance can be exchanged for one substance only
     * @return empty where the unit is not known, or is of another kind
     */
    Optional<BigDecimal> convert(BigDecimal number, String unit, String target, Parameter measured);
}
