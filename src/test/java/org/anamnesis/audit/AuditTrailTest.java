package org.anamnesis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditTrailTest {

    @Test
    void case63AnActorsNameWritesNeitherLinesNorWhatADatabaseWouldChange() {
        assertThat(AuditTrail.bounded("caller\r\n\u0000forged \u001b[31m")).isEqualTo("caller   forged  [31m");
        assertThat(AuditTrail.bounded("half \ud83d, whole \ud83d\ude00, Ångström"))
                .isEqualTo("half  , whole  , Ångström");
        assertThat(AuditTrail.bounded("a".repeat(500))).hasSize(400);
    }
}
