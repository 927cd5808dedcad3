package org.anamnesis.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anamnesis.grounding.Statement;
import org.anamnesis.guard.Mutations;
import org.junit.jupiter.api.Test;

/** Case 16 of the catalogue of attack cases: whatever a model writes is statements or nothing. */
class AnswerLinesFuzzTest {

    private static final byte[] ANSWER = ("""
            {"section":"allergies","text":"Sulfonamide, reaction rash.","citations":["A1"]}
            {"section":"plan","text":"Echocardiogram \\u202e ordered.","citations":["S1","S2",7,null,{}]}
            """).getBytes(StandardCharsets.UTF_8);

    @FuzzTest(maxDuration = "1m")
    void case16AnAnswerIsStatementsOrNothing(byte[] answer) {
        List<Statement> statements = AnswerLines.read(new String(answer, StandardCharsets.UTF_8));

        assertThat(statements).hasSizeLessThanOrEqualTo(200).allSatisfy(statement -> {
            assertThat(statement.text()).isNotBlank().doesNotContainPattern("[\\r\\n\\p{Cf}]");
            assertThat(statement.citations()).hasSizeLessThanOrEqualTo(20);
        });
    }

    @Test
    void case16ThousandsOfMutantsOfAnAnswer() {
        Mutations.of(
                4_000,
                List.of(ANSWER),
                input -> assertThatCode(() -> case16AnAnswerIsStatementsOrNothing(input))
                        .as(new String(input, StandardCharsets.UTF_8))
                        .doesNotThrowAnyException());
    }
}
