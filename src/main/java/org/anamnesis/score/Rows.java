package org.anamnesis.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of rules as people write it: one row a line, cells between bars, the first row names the columns, lines that start
 * with {@code #} explain. Its version stands in the line {@code version | ...}.
 *
 * @param version the table's version, as its keepers count
 * @param rows the rows in their order
 */
public record Rows(String version, List<Row> rows) {

    private static final String VERSION = "version";

    public Rows {
        rows = List.copyOf(rows);
    }

    /** A table that came with the product, beside the class that uses it. */
    public static Rows of(Class<?> beside, String file) {
        try (InputStream stream = beside.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the product lacks its own file " + file);
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A table from anywhere.
     *
     * @throws IllegalArgumentException where it has no version, or a row has other cells than the columns
     */
    public static Rows read(Reader text) {
        List<List<String>> lines = new BufferedReader(text)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Rows::cells)
                .toList();
        if (lines.size() < 2 || !lines.getFirst().getFirst().equals(VERSION)) {
            throw new IllegalArgumentException("a table starts with its version and its columns");
        }
        List<String> columns = lines.get(1);
        return new Rows(
                lines.getFirst().getLast(),
                lines.stream().skip(2).map(cells -> row(columns, cells)).toList());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static Row row(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("the row \"" + cells.getFirst() + "\" has " + cells.size()
                    + " cells, the table has " + columns.size() + " columns");
        }
        Map<String, String> byColumn = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int place = 0; place < columns.size(); place++) {
            byColumn.put(columns.get(place), cells.get(place));
        }
        return new Row(byColumn);
    }

    /** One row: its cells by the names of the columns. */
    public record Row(Map<String, String> cells) {

        /** The text of a cell; empty where it is left blank. */
        public String cell(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("the table has no column " + column);
            }
            return cell;
        }

        /** The parts of a cell, which are written with semicolons between them. */
        public List<String> list(String column) {
            return Arrays.stream(cell(column).split(";"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }
}
