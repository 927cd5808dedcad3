package org.anamnesis.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The visits that lie beside the project: the rules alone keep the limits that a triage desk is held to. */
class EdTriageTest {

    @Test
    void theRulesAloneKeepTheLimitsOfUnderAndOverTriage() throws IOException {
        List<TriageMeasure.Compared> visits = TriageMeasure.compared();
        assertThat(TriageMeasure.underTriage(visits)).isLessThanOrEqualTo(0.05);
        assertThat(TriageMeasure.overTriage(visits)).isLessThanOrEqualTo(0.35);
        assertThat(TriageMeasure.kappa(visits)).isGreaterThanOrEqualTo(0.47);
        assertThat(TriageMeasure.sensitivity(visits)).isGreaterThanOrEqualTo(0.80);
    }
}
