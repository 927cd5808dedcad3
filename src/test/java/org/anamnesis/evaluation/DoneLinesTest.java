package org.anamnesis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done stays done, wherever a run was stopped. */
class DoneLinesTest {

    @TempDir
    Path out;

    @Test
    void linesAreInInputOrderWhateverTheOrderInWhichTheyWereDone() throws IOException {
        try (DoneLines done = open(3)) {
            done.add(2, output("c"));
            done.add(0, output("a"));
            done.add(1, output("b"));
            done.finish();
        }
        assertThat(lines()).containsExactly("{\"id\":\"a\"}", "{\"id\":\"b\"}", "{\"id\":\"c\"}");
        assertThat(out).isDirectoryContaining(file -> file.endsWith("measures-quiz.jsonl"));
        assertThat(out).isDirectoryNotContaining(file -> file.endsWith("items-quiz.part"));
    }

    @Test
    void whatWasDoneBeforeAStopIsNotDoneAgain() throws IOException {
        try (DoneLines done = open(3)) {
            done.add(2, output("c"));
        }
        try (DoneLines done = open(3)) {
            assertThat(done.isDone(2)).isTrue();
            assertThat(done.isDone(0)).isFalse();
            assertThat(done.of(2).line().path("id").asText()).isEqualTo("c");
        }
    }

    @Test
    void halfALineIsCutOffAndItsItemIsDoneAgain() throws IOException {
        try (DoneLines done = open(3)) {
            done.add(0, output("a"));
        }
        Files.writeString(out.resolve("items-quiz.part"), "1\t{}\t{\"id\":\"b", StandardOpenOption.APPEND);
        try (DoneLines done = open(3)) {
            assertThat(done.count()).isEqualTo(1);
            done.add(1, output("b"));
            done.add(2, output("c"));
            done.finish();
        }
        assertThat(lines()).containsExactly("{\"id\":\"a\"}", "{\"id\":\"b\"}", "{\"id\":\"c\"}");
    }

    @Test
    void aLineThatWasSpoiledInFinishedResultsIsDoneAgainToo() throws IOException {
        try (DoneLines done = open(2)) {
            done.add(0, output("a"));
            done.add(1, output("b"));
            done.finish();
        }
        Path lines = out.resolve("items-quiz.jsonl");
        Files.writeString(lines, Files.readString(lines).substring(0, 18));
        try (DoneLines done = open(2)) {
            assertThat(done.isDone(0)).isTrue();
            assertThat(done.isDone(1)).isFalse();
            done.add(1, output("b"));
            done.finish();
        }
        assertThat(lines()).containsExactly("{\"id\":\"a\"}", "{\"id\":\"b\"}");
    }

    @Test
    void linesOfAnotherBuildOrOtherDataAreNotGoneOnWith() throws IOException {
        assertThat(new RunStamp(out, "build-1 data-1").claim("quiz")).isFalse();
        try (DoneLines done = open(1)) {
            done.add(0, output("a"));
        }
        assertThat(new RunStamp(out, "build-1 data-1").claim("quiz")).isFalse();
        assertThat(open(1).count()).isEqualTo(1);
        assertThat(new RunStamp(out, "build-2 data-1").claim("quiz")).isTrue();
        assertThat(open(1).count()).isZero();
    }

    private DoneLines open(int items) throws IOException {
        return DoneLines.open(out, "quiz", items);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(out.resolve("items-quiz.jsonl"));
    }

    private static Output output(String id) {
        return new Output(Json.object().put("id", id), Json.object());
    }
}
