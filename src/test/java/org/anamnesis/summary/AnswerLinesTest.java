package org.anamnesis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLinesTest {

    @Test
    void readsOneStatementALine() {
        assertThat(AnswerLines.read("""
                        {"section":"allergies","text":"Sulfonamide, reaction rash.","citations":["A1"]}
                        {"section":"plan","text":"Echocardiogram ordered.","citations":["S1","S2"]}
                        """))
                .containsExactly(
                        new Statement(Section.ALLERGIES, "Sulfonamide, reaction rash.", List.of("A1")),
                        new Statement(Section.PLAN, "Echocardiogram ordered.", List.of("S1", "S2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here is the summary:",
                "```json",
                "{\"section\":\"allergies\",\"text\":\"cut off in the mid",
                "{\"section\":\"invented\",\"text\":\"x\",\"citations\":[]}",
                "{\"section\":\"allergies\",\"text\":\"\",\"citations\":[]}",
                "{\"section\":\"allergies\",\"text\":{\"a\":1},\"citations\":[]}",
                "[{\"section\":\"allergies\"}]",
                "{\"section\":\"allergies\",\"text\":\"x\",\"citations\":[1e-2147483648]}",
                "null",
                ""
            })
    void dropsALineThatIsNoStatementAndKeepsTheOthers(String line) {
        String good = "{\"section\":\"plan\",\"text\":\"Echocardiogram ordered.\",\"citations\":[\"S1\"]}";
        assertThat(AnswerLines.read(line + "\n" + good)).hasSize(1);
    }

    @Test
    void keepsAStatementWithoutCitationsSoThatItIsListedAsWithheld() {
        assertThat(AnswerLines.read("{\"section\":\"plan\",\"text\":\"x\"}"))
                .containsExactly(new Statement(Section.PLAN, "x", List.of()));
    }

    @Test
    void readsACitationThatIsNoStringAsOneThatDoesNotExist() {
        assertThat(AnswerLines.read("{\"section\":\"plan\",\"text\":\"x\",\"citations\":[1]}"))
                .containsExactly(new Statement(Section.PLAN, "x", List.of("")));
    }

    @Test
    void dropsALineThatIsNestedWithoutEnd() {
        String deep = "{\"section\":\"plan\",\"a\":" + "[".repeat(1_900) + "]".repeat(1_900) + ",\"text\":\"x\"}";
        assertThat(AnswerLines.read(deep)).isEmpty();
    }

    @Test
    void endsAtTwoHundredStatements() {
        assertThat(AnswerLines.read("{\"section\":\"plan\",\"text\":\"x\",\"citations\":[\"S1\"]}\n".repeat(1_000)))
                .hasSize(200);
    }

    @Test
    void takesOutCharactersThatPeopleCannotSee() {
        assertThat(AnswerLines.read("{\"section\":\"plan\",\"text\":\"a\u200Bb\u202Ec\",\"citations\":[\"S1\"]}"))
                .extracting(Statement::text)
                .containsExactly("abc");
    }
}
