package org.anamnesis.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordFileTest {

    @Test
    void theWordsOfAFileAreReadWithoutItsComments() {
        assertThat(WordFile.words("given-names.txt"))
                .contains("jennifer", "jean")
                .allSatisfy(word -> assertThat(word).doesNotContain("#"));
    }

    @Test
    void theKindBeforeAColonHasTheWordsBehindIt() {
        Map<String, Set<String>> cues = WordFile.kinds("name-cues.txt");
        assertThat(cues).containsOnlyKeys("title", "label", "verb", "relation", "credential", "saying");
        assertThat(cues.get("title")).contains("mr", "dr", "señora");
        assertThat(cues.get("relation")).contains("wife", "boss").doesNotContain("mr");
    }

    @Test
    void theLongestOfSeveralWordsIsTriedFirst() {
        assertThat(WordFile.alternatives(Set.of("d", "md", "mph", "facs", "nurse", "fellow", "janitor", "resident")))
                .isEqualTo("resident|janitor|fellow|nurse|facs|mph|md|d");
    }

    @Test
    void aFullStopIsOneAndASpaceIsAnySpaceInAPatternOfWords() {
        Pattern pattern = Pattern.compile(WordFile.alternatives(Set.of("next of kin", "m.d")));
        assertThat(pattern.matcher("next  of kin").matches()).isTrue();
        assertThat(pattern.matcher("m.d").matches()).isTrue();
        assertThat(pattern.matcher("mad").matches()).isFalse();
    }
}
