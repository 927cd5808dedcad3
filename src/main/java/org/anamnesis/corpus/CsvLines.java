package org.anamnesis.corpus;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lines of a set's tables with a line of headings, what may be seen and what is right told apart. Every field is a text. A line
 * has two more fields: {@value #FILE}, the name of its file, and {@value #ROW}, its number among the lines below the headings,
 * from 1 on; the two together are {@value #PLACE}.
 */
public final class CsvLines {

    public static final String FILE = "file";
    public static final String ROW = "row";
    public static final String PLACE = "place";

    private static final String ENDING = ".csv";
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    private CsvLines() {}

    /** All lines of all files of a set, in order. A file that is no table is one broken line. */
    public static List<Row> read(DataFolder data, String set, Fields fields) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path file : data.files(set, ENDING)) {
            rows.addAll(read(file, fields));
        }
        return rows;
    }

    static List<Row> read(Path file, Fields fields) throws IOException {
        String name = String.valueOf(file.getFileName());
        List<Row> rows = new ArrayList<>();
        try (InputStream in = DataFolder.open(file);
                MappingIterator<Map<String, String>> lines = CSV.readerFor(Map.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            while (lines.hasNextValue()) {
                rows.add(row(name, rows.size() + 1, lines.nextValue(), fields));
            }
        } catch (com.fasterxml.jackson.core.JacksonException broken) {
            rows.add(new Row.Broken(name + ":" + (rows.size() + 1)));
        }
        return rows;
    }

    private static Row row(String name, int number, Map<String, String> line, Fields fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        line.forEach(object::put);
        object.put(FILE, name).put(ROW, String.valueOf(number)).put(PLACE, name + ":" + number);
        String id = line.getOrDefault(fields.id(), object.path(fields.id()).asText(""));
        return id.isBlank()
                ? new Row.Broken(name + ":" + number)
                : JsonLines.split(name + ":" + number, object, fields);
    }
}
