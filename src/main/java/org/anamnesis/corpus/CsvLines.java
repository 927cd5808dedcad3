package org.anamnesis.corpus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a set's CSV files (RFC 4180), each an object of texts by the names in the first line, with what may be seen and
 * what is right told apart. Each row also has its {@code file} and its {@code row}, counted from 1 below the names.
 */
public final class CsvLines {

    /** The name of the field with the file's name. */
    public static final String FILE = "file";

    /** The name of the field with the row's number. */
    public static final String ROW = "row";

    private static final String ENDING = ".csv";
    private static final String PACKED = ".gz";

    private CsvLines() {}

    /** All rows of all files of a set, in order; the id of a row that has none of that name is its file and number. */
    public static List<Row> read(DataFolder data, String set, Fields fields) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path file : data.files(set, ENDING)) {
            rows.addAll(read(file, fields));
        }
        return rows;
    }

    private static List<Row> read(Path file, Fields fields) throws IOException {
        String name = String.valueOf(file.getFileName()).replace(PACKED, "");
        List<Row> rows = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(DataFolder.open(file), StandardCharsets.UTF_8))) {
            List<String> names = next(in).orElse(List.of());
            int number = 0;
            for (Optional<List<String>> cells = next(in); cells.isPresent(); cells = next(in)) {
                if (!cells.get().equals(List.of(""))) {
                    rows.add(row(name, ++number, names, cells.get(), fields));
                }
            }
        }
        return rows;
    }

    private static Row row(String file, int number, List<String> names, List<String> cells, Fields fields) {
        String place = file + ":" + number;
        if (names.size() != cells.size()) {
            return new Row.Broken(place);
        }
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        ObjectNode gold = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < cells.size(); column++) {
            (fields.mayBeSeen(names.get(column)) ? input : gold).put(names.get(column), cells.get(column));
        }
        String id = input.path(fields.id()).asText("");
        input.put(FILE, file).put(ROW, String.valueOf(number));
        return new Row.Whole(place, new Item(id.isBlank() ? place : id, input), new Gold(gold));
    }

    /** The cells of the next row, which may go over several lines; empty at the end of the file. */
    private static Optional<List<String>> next(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            return Optional.empty();
        }
        StringBuilder whole = new StringBuilder(line);
        for (String more = line; isOpen(whole) && more != null; ) {
            more = in.readLine();
            if (more != null) {
                whole.append('\n').append(more);
            }
        }
        return Optional.of(cells(whole.toString().replaceFirst("^\uFEFF", "")));
    }

    private static boolean isOpen(CharSequence line) {
        return line.chars().filter(character -> character == '"').count() % 2 == 1;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
