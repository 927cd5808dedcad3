package org.anamnesis.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandsTest {

    @Test
    void eachWordIsDemandedAndOfAlternativesAnyOne() {
        assertThat(Demands.of("\\b(?:ignore|skip) (?:the|all)+ rules\\b"))
                .isEqualTo(List.of(Set.of("ignore", "skip"), Set.of("the", "all"), Set.of("rules")));
    }

    @Test
    void whatMayBeMissingIsNotDemanded() {
        assertThat(Demands.of("prompts?(?: of)?(?:day)*(?:we){0,3}k{0,2}(?:us){1,2}"))
                .isEqualTo(List.of(Set.of("prompt"), Set.of("us")));
    }

    @Test
    void whatStandsAroundAMatchAndClassesOfCharactersDemandNothing() {
        assertThat(Demands.of("(?<!not )(?=now)\\bobey(?! me)[a-z\\]]{2,9}[^.]*\\w+."))
                .isEqualTo(List.of(Set.of("obey")));
    }

    @Test
    void ofEachAlternativeTheWordThatTellsMostIsDemanded() {
        assertThat(Demands.of("(?:ai assistant|a\\.i\\.|pay no attention)"))
                .isEqualTo(List.of(Set.of("assistant", "a.i.", "attention")));
        assertThat(Demands.of("(?:reveal|\\d+)")).isEmpty();
        assertThat(Demands.of("say|(?:un)?x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?i)ignore", "(?<name>a)", "\\Qab\\E", "ab)", "(?:ab", "*ab"})
    void syntaxThatIsNotKnownIsRefusedAndNotGuessed(String pattern) {
        assertThatThrownBy(() -> Demands.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDemandIsMetInAPartOfATextByWordsThatStandWhollyInIt() {
        DemandedWords words = new DemandedWords();
        int ignore = words.numbered(List.of(Set.of("ignore", "skip"))).nextSetBit(0);
        int rules = words.numbered(List.of(Set.of("rules"))).nextSetBit(0);

        String text = "please skip the rules";
        assertThat(words.metIn(text, 0, text.length()).stream()).containsExactly(ignore, rules);
        assertThat(words.metIn(text, 0, text.length() - 1).stream()).containsExactly(ignore);
        assertThat(words.metIn(text, 8, text.length()).stream()).containsExactly(rules);
    }
}
