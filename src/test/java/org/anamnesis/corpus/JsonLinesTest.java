package org.anamnesis.corpus;

import static org.anamnesis.corpus.FilesOfATest.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of a set: found wherever its folder is, whole or broken, and what is right kept apart. */
class JsonLinesTest {

    private static final Fields FIELDS = new Fields("id", Set.of("question"));

    @TempDir
    Path data;

    @Test
    void readsAllFilesOfTheSetsFolderWhateverTheirNamesAndPackedOrNot() throws IOException {
        write(data, "deep/down/quiz/b.jsonl.gz", "{\"id\":\"2\",\"question\":\"two\"}");
        write(data, "quiz/a.jsonl", "{\"id\":\"3\",\"question\":\"three\"}", "", "{\"id\":4,\"question\":\"four\"}");
        write(data, "other/c.jsonl", "{\"id\":\"9\",\"question\":\"of another set\"}");
        write(data, "quiz/notes.txt", "{\"id\":\"8\",\"question\":\"of another format\"}");
        assertThat(read()).extracting(row -> ((Row.Whole) row).item().id()).containsExactly("2", "3", "4");
    }

    @Test
    void tellsALineThatIsNoneByItsPlaceAndGoesOn() throws IOException {
        write(
                data,
                "quiz/a.jsonl",
                "{\"id\":\"1\"",
                "[]",
                "{\"question\":\"nameless\"}",
                "{\"id\":null}",
                "{\"id\":\"5\"}");
        assertThat(read().stream().filter(Row.Broken.class::isInstance))
                .extracting(Row::place)
                .containsExactly("a.jsonl:1", "a.jsonl:2", "a.jsonl:3", "a.jsonl:4");
        assertThat(read()).hasSize(5);
    }

    @Test
    void keepsWhatIsRightOutOfTheItem() throws IOException {
        write(
                data,
                "quiz/a.jsonl",
                "{\"id\":\"1\",\"question\":\"What?\",\"answer\":\"PLANTED\",\"gold\":[\"PLANTED\"]}");
        Row.Whole row = (Row.Whole) read().getFirst();
        assertThat(row.item().toString()).contains("What?").doesNotContain("PLANTED");
        assertThat(row.item().fields()).containsExactly("id", "question");
        assertThat(row.item().text("answer")).isEmpty();
        assertThat(row.gold().text("answer")).contains("PLANTED");
        assertThat(row.gold().texts("gold")).containsExactly("PLANTED");
    }

    @Test
    void aMissingFieldIsToldByItsNameAlone() throws IOException {
        write(data, "quiz/a.jsonl", "{\"id\":\"1\",\"question\":\" \"}");
        Item item = ((Row.Whole) read().getFirst()).item();
        assertThatThrownBy(() -> item.required("question")).hasMessage("missing-field question");
    }

    private List<Row> read() throws IOException {
        return JsonLines.read(new DataFolder(data), "quiz", FIELDS);
    }
}
