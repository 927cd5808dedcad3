package org.anamnesis.score;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tables of exact values that lie beside the project; without them a test is skipped with a message. */
public final class SharedVectors {

    private static final Path SHARED = Path.of("..", "shared", "data");

    private SharedVectors() {}

    /** The rows of all files of a folder whose names start so, each by its column names. */
    public static List<Map<String, String>> rows(String folder, String start) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Path file : files(folder, start)) {
            List<List<String>> lines =
                    Files.readAllLines(file).stream().map(SharedVectors::cells).toList();
            for (List<String> cells : lines.subList(1, lines.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int place = 0; place < cells.size(); place++) {
                    row.put(lines.getFirst().get(place), cells.get(place));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** A folder of the data beside the project. */
    public static Path folder(String name) {
        Path folder = SHARED.resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: no " + folder + " beside the project");
        return folder;
    }

    private static List<Path> files(String folder, String start) throws IOException {
        try (Stream<Path> files = Files.list(folder(folder))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(start))
                    .filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            assumeTrue(!found.isEmpty(), () -> "skipped: no " + start + "*.csv in " + folder);
            return found;
        }
    }

    /** Cells between commas; those with a comma stand in quotes. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char character : line.toCharArray()) {
            if (character == '"') {
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
