package org.anamnesis.score;

import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.CitationId;

/**
 * Which of NEWS2's two scales holds for SpO2. The second holds only where somebody prescribed it: an alert, an order, a plan
 * or an observation that names a target of 88 to 92 % or scale 2 (RCP 2017, "under the direction of a qualified clinician").
 *
 * @param second whether scale 2 holds
 * @param evidence what says so
 * @param mentions sentences of notes that name such a target without an order; they do not change the scale
 */
record OxygenScale(boolean second, Optional<Measured<String>> evidence, List<CitationId> mentions) {

    private static final String SCALE_2 = "scale-2";

    static OxygenScale at(Findings findings) {
        if (findings.word(Parameter.SATURATION_SCALE) instanceof Lookup.Found<String> recorded) {
            boolean second = recorded.first().value().equals(SCALE_2);
            return new OxygenScale(second, Optional.of(recorded.first()), List.of());
        }
        Optional<Measured<String>> prescribed =
                findings.oxygenTargets().prescribed(findings.moment()).map(target -> target.map(words -> SCALE_2));
        return new OxygenScale(
                prescribed.isPresent(),
                prescribed,
                prescribed.isPresent() ? List.of() : findings.oxygenTargets().mentioned(findings.moment()));
    }
}
