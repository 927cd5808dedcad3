package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.anamnesis.ehr.EhrId;
import org.junit.jupiter.api.Test;

class RefusedTokensTest {

    private static final EhrId WARD = new EhrId("ward");
    private static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");

    private final RefusedTokens refused = new RefusedTokens();

    @Test
    void aRowASecondStandsForAllSinceTheLast() {
        assertThat(refused.count(WARD, NOON)).isEqualTo(OptionalLong.of(1));
        for (int at = 0; at < 500; at++) {
            assertThat(refused.count(WARD, NOON.plusMillis(at))).isEmpty();
        }
        assertThat(refused.count(WARD, NOON.plusSeconds(1))).isEqualTo(OptionalLong.of(501));
        assertThat(refused.count(WARD, NOON.plusSeconds(2))).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void oneEhrIsNotCountedForAnother() {
        refused.count(WARD, NOON);
        assertThat(refused.count(new EhrId("clinic"), NOON)).isEqualTo(OptionalLong.of(1));
    }
}
