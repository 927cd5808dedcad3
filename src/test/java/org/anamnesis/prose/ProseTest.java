package org.anamnesis.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.anamnesis.prose.Block.Shape;
import org.junit.jupiter.api.Test;

class ProseTest {

    @Test
    void takesOutWhatDoesNotShowAndSaysSo() {
        Prose prose = prose("\uFEFFNo \u202Eallergy\u202C.\u200B Ta\u00ADkes as\u2060pirin.\r\nBP 112/64.");
        assertThat(prose.plain()).isEqualTo("No allergy. Takes aspirin.\nBP 112/64.");
        assertThat(prose.hidden()).isTrue();
    }

    @Test
    void aByteOrderMarkAtTheStartHidesNothing() {
        assertThat(prose("\uFEFFNo allergy.").hidden()).isFalse();
        assertThat(prose("No\uFEFF allergy.").hidden()).isTrue();
    }

    @Test
    void bulletsOfSymbolFontsAreBullets() {
        Prose prose = prose("\uF0B7 weigh daily\n\uF0A7 no salt");
        assertThat(prose.plain()).isEqualTo("\u2022 weigh daily\n\u2022 no salt");
        assertThat(prose.hidden()).isFalse();
    }

    @Test
    void aRowOfValuesIsOneSentenceAndALongCellOfProseIsNot() {
        assertThat(Prose.of(List.of(new Block(Shape.ROW, "Aspirin | 81 mg. | Daily.")))
                        .sentences())
                .hasSize(1);
        String story = "He walked to the shop. ".repeat(20);
        assertThat(Prose.of(List.of(new Block(Shape.ROW, "Story | " + story))).sentences())
                .hasSize(20);
    }

    @Test
    void nothingIsAProseOfNoSentences() {
        assertThat(Prose.of(List.of()).sentences()).isEmpty();
        assertThat(prose(" \n\t\n ----- \n").sentences()).isEmpty();
    }

    @Test
    void everyVisibleCharacterStandsInExactlyOneSentenceWhateverTheText() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "Dr. ",
                "Shah",
                ". ",
                ".",
                "\n",
                "\n\n",
                "- ",
                "1. ",
                "Plan:",
                " ",
                "\t",
                "K 2.9",
                "? ",
                "PLAN",
                "b.i.d.",
                "#",
                "-----",
                ";",
                "No",
                "\u200B",
                "\u00A0",
                "|",
                "04:15",
                "(",
                ")",
                "\"",
                "\uD83D\uDC8A",
                "x".repeat(70));
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece < 40; piece++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
            assertCovered(Prose.of(List.of(new Block(shape, text.toString()), new Block(Shape.WRAPPED, "End."))));
        }
    }

    static void assertCovered(Prose prose) {
        int before = 0;
        for (Sentence sentence : prose.sentences()) {
            assertThat(sentence.end()).isGreaterThan(sentence.start());
            assertThat(sentence.start()).isGreaterThanOrEqualTo(before);
            assertThat(prose.plain().substring(before, sentence.start())).isBlank();
            assertThat(sentence.text())
                    .isEqualTo(VisibleText.folded(prose.plain().substring(sentence.start(), sentence.end())))
                    .isNotBlank();
            before = sentence.end();
        }
        assertThat(prose.plain().substring(before)).isBlank();
    }

    private static Prose prose(String text) {
        return Prose.of(List.of(new Block(Shape.WRAPPED, text)));
    }
}
