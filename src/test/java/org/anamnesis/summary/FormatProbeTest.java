package org.anamnesis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.anamnesis.model.Probe;
import org.junit.jupiter.api.Test;

class FormatProbeTest {

    private static final String HYPERTENSION =
            "{\"section\":\"active-problems\",\"text\":\"Hypertension, active since 2 Mar 2015.\",\"citations\":[\"C1\"]}\n";
    private static final String PENICILLIN =
            "{\"section\":\"allergies\",\"text\":\"Penicillin: rash.\",\"citations\":[\"A1\"]}\n";

    @Test
    void asksOverAMadeUpChartThatHasEveryIdItAccepts() {
        Probe probe = FormatProbe.every(Duration.ofMinutes(10));
        assertThat(probe.prompt().chartBlock()).contains("C1 | problem", "A1 | allergy", "L1 | result");
        assertThat(probe.answered().test(HYPERTENSION + PENICILLIN)).isTrue();
    }

    @Test
    void aModelThatTalksAroundTheFormatPassesAllTheSame() {
        assertThat(FormatProbe.isInFormat("```json\n" + HYPERTENSION + PENICILLIN + "```\n"))
                .isTrue();
    }

    @Test
    void proseAListOneStatementAndInventedCitationsDoNotPass() {
        assertThat(FormatProbe.isInFormat("The patient has hypertension [C1].")).isFalse();
        assertThat(FormatProbe.isInFormat("[" + HYPERTENSION.strip() + "," + PENICILLIN.strip() + "]"))
                .isFalse();
        assertThat(FormatProbe.isInFormat(HYPERTENSION)).isFalse();
        assertThat(FormatProbe.isInFormat(HYPERTENSION + PENICILLIN.replace("A1", "A7")))
                .isFalse();
        assertThat(FormatProbe.isInFormat(HYPERTENSION.replace("[\"C1\"]", "[]") + PENICILLIN))
                .isFalse();
        assertThat(FormatProbe.isInFormat("")).isFalse();
    }
}
