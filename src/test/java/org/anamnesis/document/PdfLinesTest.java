package org.anamnesis.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as they are drawn. */
class PdfLinesTest {

    /** Three Hebrew letters, in the order in which they are read and in that in which they are drawn. */
    private static final String READ = "\u05d0\u05d1\u05d2";

    private static final String DRAWN = "\u05d2\u05d1\u05d0";

    @ParameterizedTest
    @CsvSource({
        "' 25 mg twice daily.'",
        "' 0.5 \u00b5g'",
        "' 12.5/25 mg'",
        "' 3 \u03bcg'",
        "' 40%'",
        "', 5 mg'",
        "' 25'"
    })
    void aDoseBehindAHebrewNameStaysInOnePiece(String dose) {
        assertThat(PdfLines.visual(READ + dose)).isEqualTo(DRAWN + dose);
        assertThat(PdfLines.visual("Given: " + READ + dose)).isEqualTo("Given: " + DRAWN + dose);
    }

    @Test
    void aNumberAmongHebrewWordsKeepsItsPlaceAmongThem() {
        assertThat(PdfLines.visual(READ + " 25 \u05d3\u05d4")).isEqualTo("\u05d4\u05d3 25 " + DRAWN);
    }

    @Test
    void whatReadsLeftToRightIsDrawnAsItIs() {
        String line = "Potassium 5.9 mmol/L (3.5-5.1) on 3 Mar 2025.";
        assertThat(PdfLines.visual(line)).isSameAs(line);
    }
}
