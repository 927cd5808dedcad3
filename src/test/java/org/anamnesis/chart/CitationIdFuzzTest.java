package org.anamnesis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.guard.Mutations;
import org.junit.jupiter.api.Test;

/** Case 16 of the catalogue of attack cases: what is no citation is none. */
class CitationIdFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void case16AnIdIsReadBackAsItIsWritten(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        CitationId.parse(text).ifPresent(id -> {
            assertThat(id).hasToString(text);
            assertThat(CitationId.parse(id.toString())).contains(id);
        });
    }

    @Test
    void case16ThousandsOfMutantsOfIds() {
        List<byte[]> ids = Stream.of("M3", "N12.4", "K999999", "A1")
                .map(id -> id.getBytes(StandardCharsets.UTF_8))
                .toList();
        Mutations.of(4_000, ids, this::case16AnIdIsReadBackAsItIsWritten);
    }
}
