package org.anamnesis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    private final List<String> handed = new ArrayList<>();
    private final Lines lines = new Lines(handed::add);

    @Test
    void anObjectIsHandedOverWithItsLastBraceAndNotWithTheNextToken() {
        lines.add("{\"text\":\"Sex female.\",\"citations\":[\"D1\"]");
        assertThat(handed).isEmpty();
        lines.add("}");
        assertThat(handed).containsExactly("{\"text\":\"Sex female.\",\"citations\":[\"D1\"]}");
        lines.add("\n");
        lines.finish();
        assertThat(handed).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a } brace\"}",
                "{\"text\":\"a \\\"} quote\"}",
                "{\"text\":\"a \\\\\",\"x\":{\"y\":{}}}",
                "  {\"a\":[{\"b\":1}]}",
                "Sex {female}.",
                "[{\"text\":\"in a list\"}]",
                "{\"text\":\"not ended"
            })
    void aLineIsOneLineHoweverItComesAndWhateverIsQuotedInIt(String line) {
        for (char one : (line + "\nnext").toCharArray()) {
            lines.add(String.valueOf(one));
        }
        lines.finish();
        assertThat(handed).containsExactly(line.strip(), "next");
        assertThat(Lines.of(line + "\nnext")).isEqualTo(handed);
    }

    @Test
    void whatStandsBehindAnObjectIsALineOfItsOwn() {
        lines.add("{\"a\":1} but not so {\"b\":2}\r\n{\"c\":3}");
        assertThat(handed).containsExactly("{\"a\":1}", "but not so {\"b\":2}", "{\"c\":3}");
    }

    @Test
    void ofAnAnswerThatBrokeTheWholeLinesAreKept() {
        lines.add("one\n{\"a\":1}{\"b\":");
        assertThat(lines.whole()).isEqualTo("one\n{\"a\":1}");
    }
}
