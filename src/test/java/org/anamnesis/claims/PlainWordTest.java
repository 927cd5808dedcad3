package org.anamnesis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordTest {

    /** What the checks' patterns call a word. */
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}'’]*");

    private static final String LETTERS = "abzAZ09'’ -.,/µéα²";

    @ParameterizedTest
    @CsvSource({
        "potassium 4.2, 0, 9",
        "potassium, 0, 9",
        "pH7 low, 0, 3",
        "T4, 0, 2",
        "patient's pain, 0, 9",
        "patient’s pain, 0, 9",
        "a-b, 0, 1",
        "no fever, 3, 8",
        "Z, 0, 1"
    })
    void aWordOfAsciiLettersIsReadToItsEnd(String text, int from, int end) {
        assertThat(PlainWord.end(text, from)).isEqualTo(end);
    }

    /** A month may begin a date, and "naïve" has letters that only the pattern knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "May 2024",
                "march",
                "DEC",
                "Septic",
                "decline",
                "naïve",
                "élan",
                "kg/m²x",
                "m²",
                "4 mg",
                " word",
                "'s",
                "-",
                "’"
            })
    void whatThePatternMustReadIsLeftToIt(String text) {
        int from = text.startsWith("kg") ? 3 : 0;
        assertThat(PlainWord.end(text, from)).isEqualTo(from);
    }

    @Test
    void itReadsJustWhatThePatternReads() {
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(8); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            Matcher word = WORD.matcher(text);
            int end = PlainWord.end(text.toString(), 0);
            boolean ascii = word.lookingAt()
                    && word.group().replace('’', '\'').chars().allMatch(character -> character < 128)
                    && (word.end() == text.length() || text.charAt(word.end()) < 128);
            assertThat(end).as("%s", text).isEqualTo(ascii ? word.end() : 0);
            read += end > 0 ? 1 : 0;
        }
        assertThat(read).isGreaterThan(2_000);
    }
}
