package org.anamnesis.corpus;

import static org.anamnesis.corpus.FilesOfATest.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLinesTest {

    private static final Fields VISITS = new Fields("visit", Set.of("complaint", CsvLines.ROW));

    @TempDir
    Path data;

    @Test
    void whatMayBeSeenAndWhatIsRightAreToldApart() throws IOException {
        write(data, "desk/any.csv", "visit,complaint,level", "v1,\"chest pain, sweating\",2", "v2,,3");
        List<Row> rows = CsvLines.read(new DataFolder(data), "desk", VISITS);
        assertThat(rows).hasSize(2).allMatch(Row.Whole.class::isInstance);
        Row.Whole first = (Row.Whole) rows.getFirst();
        assertThat(first.item().text("complaint")).hasValue("chest pain, sweating");
        assertThat(first.item().text(CsvLines.ROW)).hasValue("1");
        assertThat(first.item().toString()).doesNotContain("level");
        assertThat(first.gold().text("level")).hasValue("2");
        assertThat(((Row.Whole) rows.getLast()).item().text("complaint")).hasValue("");
    }

    @Test
    void aLineWithoutAnIdIsBrokenAndTheOthersStay() throws IOException {
        write(data, "desk/any.csv", "visit,complaint,level", ",fall,2", "v2,fall,3");
        assertThat(CsvLines.read(new DataFolder(data), "desk", VISITS))
                .extracting(Row::place)
                .containsExactly("any.csv:1", "any.csv:2");
        assertThat(CsvLines.read(new DataFolder(data), "desk", VISITS).getFirst())
                .isInstanceOf(Row.Broken.class);
    }

    @Test
    void aTableWithoutIdsIsNamedByFileAndRow() throws IOException {
        write(data, "desk/one.csv", "rr,total", "12,0");
        Row row = CsvLines.read(new DataFolder(data), "desk", new Fields(CsvLines.PLACE, Set.of("rr")))
                .getFirst();
        assertThat(((Row.Whole) row).item().id()).isEqualTo("one.csv:1");
    }
}
