package org.anamnesis.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sandbox's charts, written by somebody else than the gold charts: what is planted in them is found, and nothing else. */
class ShippedChartsTest {

    private static final Path SHIPPED = Path.of("deploy", "sandbox", "charts", "gold");

    @Test
    void theSideOfAnEffusionInAWardRoundAgainstTheProcedureAndTheReport() throws IOException {
        assertThat(conflicts("long-surgical-admission")).containsExactly("LATERALITY Side of effusion");
    }

    @Test
    void anOldDoseInACopiedListAgainstTheOrder() throws IOException {
        assertThat(conflicts("metformin-dose-conflict")).containsExactly("DOSE metformin");
    }

    @Test
    void aPenicillinAgainstAnAnaphylaxisAndAnIntakeThatAskedSomebodyElse() throws IOException {
        assertThat(conflicts("penicillin-allergy-prescribed"))
                .containsExactly("ALLERGY_AND_ORDER amoxicillin / clavulanate", "ALLERGY_AND_NONE Drug allergy");
    }

    private static List<String> conflicts(String name) throws IOException {
        return Conflicts.of(
                        GoldCharts.chart(Files.readString(SHIPPED.resolve(name).resolve("bundle.json"))))
                .stream()
                .map(conflict -> conflict.kind() + " " + conflict.about())
                .toList();
    }
}
