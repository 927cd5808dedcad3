package org.anamnesis.ask;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Standing;
import org.anamnesis.conflict.Conflict;
import org.anamnesis.grounding.CheckedStatement;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final Chart CHART = aChart().problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .medication("Furosemide 40 mg", "40 mg twice daily", Standing.ACTIVE, "2024-10-08")
            .medication("Diazepam 2 mg", "at night", Standing.STOPPED, "2024-10-01")
            .result("Potassium", "4.6", "mmol/L", "2024-10-08")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11")
            .note("Progress note", "2024-10-08", "Takes furosemide 80 mg twice daily.", "Wound clean and dry.")
            .build();

    @Test
    void theAnswerIsComputedAndEachSentenceIsChecked() {
        Answer answer = Answer.of(CHART, "What was the last potassium?");
        assertThat(answer.isFound()).isTrue();
        assertThat(answer.choice().values())
                .anyMatch(value -> value.contains("5.9"))
                .as("the sum of two values is a value of nobody")
                .noneMatch(value -> value.contains("10.5") || value.contains("5.25"));
        assertThat(answer.statements())
                .isNotEmpty()
                .allMatch(CheckedStatement::isSupported)
                .extracting(CheckedStatement::text)
                .contains("Potassium 5.9 mmol/L on 11 Nov 2024.");
    }

    @Test
    void aSentenceOfANoteAnswersInItsOwnWords() {
        Answer answer = Answer.of(CHART, "How is the wound?");
        assertThat(answer.statements())
                .filteredOn(CheckedStatement::isSupported)
                .extracting(CheckedStatement::text)
                .anyMatch(text -> text.contains("\"Wound clean and dry.\""));
    }

    @Test
    void whatTheChartContradictsItselfInIsToldWithTheAnswer() {
        Answer answer = Answer.of(CHART, "What dose of furosemide does she take?");
        assertThat(answer.conflicts()).extracting(Conflict::kind).contains(Conflict.Kind.DOSE);
        assertThat(Answer.of(CHART, "What was the last potassium?").conflicts()).isEmpty();
    }

    /** "Not documented in this chart" is never "the patient does not have". */
    @Test
    void whatIsNotInTheChartIsNotFoundAndWhatWasSearchedIsTold() {
        Answer answer = Answer.of(CHART, "What was the last troponin?");
        assertThat(answer.isFound()).isFalse();
        assertThat(answer.statements()).isEmpty();
        assertThat(answer.choice().searched()).anyMatch(words -> words.contains("troponin"));
    }

    @Test
    void whatWasStoppedIsSaidToBeStopped() {
        assertThat(Answer.of(CHART, "Was diazepam prescribed?").statements())
                .filteredOn(CheckedStatement::isSupported)
                .extracting(CheckedStatement::text)
                .anyMatch(text -> text.startsWith("Diazepam") && text.contains("stopped"));
    }
}
