package org.anamnesis.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anamnesis.guard.JsonMutations;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.Mutations;
import org.junit.jupiter.api.Test;

/** Case 16 of the catalogue of attack cases: whatever an EHR answers is a Bundle or an unreadable answer. */
class LenientBundleFuzzTest {

    private static final byte[] PAGE = FaultyEhr.bundle(
                    "\"total\":2,", FaultyEhr.condition("Patient/p1", 1), FaultyEhr.condition("Patient/p1", 2))
            .getBytes(StandardCharsets.UTF_8);

    @FuzzTest(maxDuration = "1m")
    void case16AnAnswerIsABundleOrUnreadable(byte[] body) {
        Answer answer = new LenientBundle(ReadCharts.R4, Limits.EHR).read(body);

        assertThat(answer)
                .satisfiesAnyOf(
                        read -> assertThat(read).isInstanceOf(Answer.Arrived.class),
                        read -> assertThat(read).isEqualTo(new Answer.Broken("unreadable-answer")));
    }

    @Test
    void case16ThousandsOfMutantsOfAPage() {
        Mutations.of(
                3_000,
                List.of(PAGE),
                input -> assertThatCode(() -> case16AnAnswerIsABundleOrUnreadable(input))
                        .as(new String(input, StandardCharsets.UTF_8))
                        .doesNotThrowAnyException());
        JsonMutations.of(
                1_000,
                List.of(PAGE),
                input -> assertThatCode(() -> case16AnAnswerIsABundleOrUnreadable(input))
                        .as(new String(input, StandardCharsets.UTF_8))
                        .doesNotThrowAnyException());
    }
}
