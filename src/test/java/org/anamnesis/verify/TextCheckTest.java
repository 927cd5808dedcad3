package org.anamnesis.verify;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

class TextCheckTest {

    private static final Chart CHART = aChart().ofPatient(71, "female")
            .problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .medication("Furosemide 40 mg", "40 mg twice daily", Standing.ACTIVE, "2024-10-08")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11")
            .build();

    @Test
    void eachSentenceHasItsOwnVerdictAndItsPlace() {
        String text =
                "Potassium was 5.9 mmol/L on 11 Nov 2024. Potassium was 4.1 mmol/L on 11 Nov 2024. She had a stroke.";
        TextCheck check = TextCheck.of(CHART, text);
        assertThat(check.sentences())
                .extracting(checked -> checked.verdict().code())
                .containsExactly("supported", "contradicted", "not-found");
        assertThat(check.sentences())
                .allSatisfy(checked -> assertThat(text.substring(
                                checked.sentence().start(), checked.sentence().end()))
                        .isEqualTo(checked.sentence().text()));
        assertThat(check.sentences().getFirst().evidence()).isNotEmpty();
    }

    @Test
    void charactersThatDoNotShowAreTakenOutAndSaid() {
        TextCheck check = TextCheck.of(CHART, "Potassium was 5.\u200b9 mmol/L on 11 Nov 2024.");
        assertThat(check.hidden()).isTrue();
        assertThat(check.sentences().getFirst().verdict().code()).isEqualTo("supported");
        assertThat(TextCheck.of(CHART, "Potassium was 5.9.").hidden()).isFalse();
    }

    @Test
    void aTextWithoutSentencesHasNoVerdict() {
        assertThat(TextCheck.of(CHART, " \n ").sentences()).isEmpty();
    }
}
