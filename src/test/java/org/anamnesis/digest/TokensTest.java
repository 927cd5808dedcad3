package org.anamnesis.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.chart.Chart;
import org.anamnesis.focus.SharedCharts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own count against the tokenizers of two families of models. */
class TokensTest {

    private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();
    private static final List<Encoding> ENCODINGS =
            List.of(REGISTRY.getEncoding(EncodingType.O200K_BASE), REGISTRY.getEncoding(EncodingType.CL100K_BASE));

    private static void assertNotTooFew(String text, int counted) {
        for (Encoding encoding : ENCODINGS) {
            int real = encoding.countTokens(text);
            assertThat(counted).as("%s: %s", encoding.getName(), text).isGreaterThanOrEqualTo((int)
                    Math.floor(real * 0.95));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L3 | result | Potassium | 5.9 mmol/L | high | 2024-11-11 19:05",
                "M4 | medication | Hydrocodone-Acetaminophen (5mg-500mg) | stopped | 1-2 tablets every 4-6 hours as"
                        + " needed",
                "C12 | problem | Nonspecific elevation of levels of transaminase or lactic acid dehydrogenase [LDH]",
                "N1.10 | note | Plan: 1. see her on 28 March (pO2 7.7 on air); 2. chase PET-CT; 3. AFB culture.",
                "S1 | plan | Überweisung zur Röntgenaufnahme, Prüfung der Ernährung",
                "LEVO100I 00338004904 DOCU100L Q4H PRN BID XARELTO",
            })
    void countsNoFewerTokensThanModelsDo(String line) {
        assertNotTooFew(line, Tokens.of(line));
    }

    @Test
    void countsNoFewerOverWholeDigestsOfTheChartsBesideTheProject() {
        assumeTrue(SharedCharts.areThere(), "skipped: no shared data beside the project");
        Map<String, Chart> charts = new TreeMap<>(SharedCharts.gold());
        charts.putAll(SharedCharts.synthea());
        charts.forEach((name, chart) -> {
            Digest digest = Digester.digest(chart, Digester.DEFAULT_BUDGET_TOKENS);
            assertNotTooFew(String.join("\n", digest.lines()), digest.tokens());
        });
    }

    @Test
    void countsNothingForNothing() {
        assertThat(Tokens.of("")).isZero();
    }
}
