package org.anamnesis.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Notes of other publishers, kept beside the project: no sentence of theirs is a monster, and nothing is lost. */
class SharedProseTest {

    private static final Path SHARED = Path.of("..", "shared", "data");
    private static final Pattern FIELD = Pattern.compile("\"((?:[^\"]++|\"\")*+)\"|[^,\\n]++");

    @Test
    void theNotesOfAciBenchHaveSentencesOfAReadersLength() throws IOException {
        List<String> notes = new ArrayList<>();
        for (String file : List.of("valid.csv", "clinicalnlp_taskB_test1.csv")) {
            Matcher field = FIELD.matcher(
                    Files.readString(existing(SHARED.resolve("aci-bench").resolve(file))));
            while (field.find()) {
                if (field.group(1) != null && !field.group(1).contains("[doctor]")) {
                    notes.add(field.group(1).replace("\"\"", "\""));
                }
            }
        }
        assertThat(notes).hasSizeGreaterThan(50);
        assertReadable(notes, 25);
    }

    @Test
    void theNotesOfMtsDialogHaveSentencesOfAReadersLength() throws IOException {
        List<String> notes = new ArrayList<>();
        for (String line :
                Files.readAllLines(existing(SHARED.resolve("mts-dialog").resolve("dev.jsonl")))) {
            notes.add(new ObjectMapper().readTree(line).path("reference").asText());
        }
        assertReadable(notes, 2);
    }

    private static void assertReadable(List<String> notes, int sentencesEach) {
        int sentences = 0;
        for (String note : notes) {
            Prose prose = Prose.of(List.of(new Block(Block.Shape.WRAPPED, note)));
            ProseTest.assertCovered(prose);
            assertThat(prose.sentences())
                    .allSatisfy(sentence -> assertThat(sentence.text().length()).isLessThanOrEqualTo(1_000));
            sentences += prose.sentences().size();
        }
        assertThat(sentences).isGreaterThan(notes.size() * sentencesEach);
    }

    private static Path existing(Path file) {
        assumeTrue(Files.exists(file), () -> "skipped: no " + file + " beside the project");
        return file;
    }
}
