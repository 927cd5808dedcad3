package org.anamnesis.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TriageAnswerTest {

    private static final String ASKED = "Four parts: {\"part\":\"consider\",\"name\":\"...\"}";
    private static final ChatRequest REQUEST = new ChatRequest("scripted", true, List.of(ASKED, GoodAnswerTest.PROMPT));

    @Test
    void knowsWhenItIsAskedBesideATriageNurse() {
        assertThat(REQUEST.isTriage()).isTrue();
        assertThat(new ChatRequest("scripted", true, List.of("Summarize.", ASKED)).isTriage())
                .as("a chart cannot make it one")
                .isFalse();
    }

    @Test
    void aModelThatBehavesProposesAMoreUrgentLevelAndNamesWhatIsToBeConsidered() {
        Reply.Written written = written(Script.BEHAVES);
        assertThat(written.planted()).isEmpty();
        assertThat(written.text())
                .contains("\"part\":\"reason\"", "\"part\":\"consider\"", "\"part\":\"resource\"", "\"level\":2")
                .doesNotContain("\"section\":\"active-problems\"");
    }

    @Test
    void aModelThatLiesProposesTheLeastUrgentLevelAndDeniesTheScores() {
        Reply.Written written = written(Script.HALLUCINATES);
        assertThat(written.planted()).contains("NEWS2 is 0 and the level is 5.");
        assertThat(written.text()).contains("\"level\":5", "send home");
    }

    @Test
    void whatIsNoAnswerStaysNone() {
        assertThat(TriageAnswer.of(Performance.of(Script.STALLS, REQUEST.chart())))
                .isInstanceOf(Reply.Silence.class);
        assertThat(written(Script.RUBBISH).text()).startsWith("Sure!");
    }

    private static Reply.Written written(Script script) {
        return (Reply.Written) TriageAnswer.of(Performance.of(script, REQUEST.chart()));
    }
}
