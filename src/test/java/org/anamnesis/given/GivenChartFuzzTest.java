package org.anamnesis.given;

import static org.anamnesis.given.GivenBundles.AS_OF;
import static org.anamnesis.given.GivenBundles.EHR;
import static org.anamnesis.given.GivenBundles.R4;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.digest.FactLine;
import org.anamnesis.guard.EntrySlices;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.JsonMutations;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.Mutations;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.guard.XmlGuard;
import org.junit.jupiter.api.Test;

/** Case 16 of the catalogue of attack cases: from a caller's bytes to lines, nothing but a refusal comes out. */
class GivenChartFuzzTest {

    private static final Path INSTRUCTED = Path.of("src/test/resources/org/anamnesis/it/charts/instructed.json");
    private static final Path GOLD = Path.of("deploy/sandbox/charts/gold/penicillin-allergy-prescribed/bundle.json");

    @FuzzTest(maxDuration = "2m")
    void case16AChartInJsonIsTakenOrRefused(byte[] input) {
        take(input, Format.JSON);
    }

    @FuzzTest(maxDuration = "1m")
    void case16AChartInXmlIsTakenOrRefused(byte[] input) {
        take(input, Format.XML);
    }

    private static void take(byte[] input, Format format) {
        try {
            switch (format) {
                case JSON -> JsonGuard.check(input, Limits.CALLER);
                case XML -> XmlGuard.check(input, Limits.CALLER);
            }
            EntrySlices slices = format.cut(input);
            GivenOutcome outcome =
                    new GivenCharts(R4, Limits.CALLER).take(slices.entries(), format, Optional.empty(), EHR);
            if (outcome instanceof GivenOutcome.Taken taken) {
                assertLines(taken.chart().chart(AS_OF));
                taken.chart().resources().forEach(resource -> R4.newJsonParser().encodeResourceToString(resource));
            }
        } catch (RefusedInput refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    private static void assertLines(Chart chart) {
        assertThat(chart.facts())
                .allSatisfy(fact -> assertThat(FactLine.of(fact)).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]"));
    }

    @Test
    void case16ThousandsOfMutantsOfAChart() throws IOException {
        String chart = Files.readString(GOLD).replace("castellanos", "p1");
        List<byte[]> seeds = Format.JSON.cut(chart.getBytes(StandardCharsets.UTF_8)).entries().stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .filter(entry -> !entry.contains("/Patient/p1\""))
                .map(entry -> GivenBundles.bundle(GivenBundles.PATIENT, entry).getBytes(StandardCharsets.UTF_8))
                .toList();
        assertThat(seeds).hasSizeGreaterThan(50);
        Mutations.of(
                1_500,
                seeds,
                input -> assertThatCode(() -> take(input, Format.JSON))
                        .as(new String(input, StandardCharsets.UTF_8))
                        .doesNotThrowAnyException());
        JsonMutations.of(
                2_000,
                seeds,
                input -> assertThatCode(() -> take(input, Format.JSON))
                        .as(new String(input, StandardCharsets.UTF_8))
                        .doesNotThrowAnyException());
        List<byte[]> xml = seeds.stream()
                .limit(40)
                .map(json -> GivenBundles.xml(new String(json, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
        Mutations.of(
                500,
                xml,
                input -> assertThatCode(() -> take(input, Format.XML))
                        .as(new String(input, StandardCharsets.UTF_8))
                        .doesNotThrowAnyException());
    }

    @Test
    void case16HundredsOfMutantsOfResourcesThatReferToOneAnother() throws IOException {
        JsonMutations.of(
                300,
                List.of(Files.readAllBytes(INSTRUCTED)),
                input -> assertThatCode(() -> take(input, Format.JSON))
                        .as(new String(input, StandardCharsets.UTF_8))
                        .doesNotThrowAnyException());
    }
}
