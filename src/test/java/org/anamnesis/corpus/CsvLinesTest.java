package org.anamnesis.corpus;

import static org.anamnesis.corpus.FilesOfATest.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a set's CSV files, with what is right kept apart. */
class CsvLinesTest {

    private static final Fields FIELDS = new Fields("visit", Set.of("cc", "hr"));

    @TempDir
    Path data;

    @Test
    void readsCellsInQuotesWithCommasQuotesAndLineEnds() throws IOException {
        write(data, "desk/a.csv", "visit,cc,hr", "1,\"Fall, hit \"\"head\"\"\",90", "2,\"two", "lines\",", "", "3,,70");
        assertThat(read())
                .extracting(row -> ((Row.Whole) row).item().text("cc").orElse("?"))
                .containsExactly("Fall, hit \"head\"", "two\nlines", "");
    }

    @Test
    void keepsWhatIsRightOutOfTheItem() throws IOException {
        write(data, "desk/a.csv.gz", "visit,cc,level", "1,Cough,PLANTED");
        Row.Whole row = (Row.Whole) read().getFirst();
        assertThat(row.item().toString()).contains("Cough").doesNotContain("PLANTED", "level");
        assertThat(row.gold().text("level")).contains("PLANTED");
    }

    @Test
    void everyRowHasItsFileAndItsNumberAndIsCalledByThemWhereItHasNoId() throws IOException {
        write(data, "desk/b.csv", "cc", "Cough", "Fever");
        Item second = ((Row.Whole) read().get(1)).item();
        assertThat(second.id()).isEqualTo("b.csv:2");
        assertThat(second.text(CsvLines.FILE)).contains("b.csv");
        assertThat(second.text(CsvLines.ROW)).contains("2");
    }

    @Test
    void aRowWithMoreOrFewerCellsThanNamesIsBroken() throws IOException {
        write(data, "desk/a.csv", "visit,cc", "1,Cough,surplus", "2,Fever");
        assertThat(read()).element(0).isEqualTo(new Row.Broken("a.csv:1"));
        assertThat(read()).element(1).isInstanceOf(Row.Whole.class);
    }

    private List<Row> read() throws IOException {
        return CsvLines.read(new DataFolder(data), "desk", FIELDS);
    }
}
