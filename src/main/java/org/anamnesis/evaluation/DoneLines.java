package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is done of a set, on disk, so that a run can be stopped at any moment and go on later.
 *
 * <p>Items are run chart by chart and written in input order. So each outcome first goes, behind the number of its item,
 * to a journal, {@code items-<set>.part}; when all are done, the journal becomes {@code items-<set>.jsonl}, and beside it
 * {@code measures-<set>.jsonl}, at once. A journal's last line may be half a line: it is cut off, and its item run again.
 */
final class DoneLines implements Closeable {

    private final Path lines;
    private final Path measures;
    private final Path journal;
    private final int items;
    private final TreeMap<Integer, Output> done = new TreeMap<>();
    private Optional<BufferedWriter> writer = Optional.empty();

    private DoneLines(Path out, String set, int items) {
        this.lines = out.resolve("items-" + set + ".jsonl");
        this.measures = out.resolve("measures-" + set + ".jsonl");
        this.journal = out.resolve("items-" + set + ".part");
        this.items = items;
    }

    /** Takes up what was done before. */
    static DoneLines open(Path out, String set, int items) throws IOException {
        DoneLines done = new DoneLines(out, set, items);
        done.takeUp();
        return done;
    }

    /** Forgets what was done of a set before. */
    static void discard(Path out, String set) throws IOException {
        DoneLines old = new DoneLines(out, set, 0);
        for (Path file : List.of(old.lines, old.measures, old.journal)) {
            Files.deleteIfExists(file);
        }
    }

    boolean isDone(int item) {
        return done.containsKey(item);
    }

    int count() {
        return done.size();
    }

    /** What came of an item that is done. */
    Output of(int item) {
        return Optional.ofNullable(done.get(item)).orElseThrow();
    }

    /** Writes an outcome down; from here on it is not lost. */
    void add(int item, Output output) throws IOException {
        if (writer.isEmpty()) {
            writer = Optional.of(Files.newBufferedWriter(
                    journal, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        }
        BufferedWriter to = writer.get();
        to.write(item + "\t" + Json.line(output.measures()) + "\t" + Json.line(output.line()) + "\n");
        to.flush();
        done.put(item, output);
    }

    /** Writes all lines in input order. */
    void finish() throws IOException {
        close();
        if (done.size() != items) {
            throw new IllegalStateException("not all items are done");
        }
        write(measures, done.values().stream().map(Output::measures).toList());
        write(lines, done.values().stream().map(Output::line).toList());
        Files.deleteIfExists(journal);
    }

    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
            writer = Optional.empty();
        }
    }

    private static void write(Path file, List<ObjectNode> objects) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(unfinished, objects.stream().map(Json::line).toList(), StandardCharsets.UTF_8);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void takeUp() throws IOException {
        List<ObjectNode> kept = whole(lines);
        List<ObjectNode> beside = whole(measures);
        for (int item = 0; item < Math.min(items, Math.min(kept.size(), beside.size())); item++) {
            done.put(item, new Output(kept.get(item), beside.get(item)));
        }
        for (String line : repaired(journal)) {
            String[] parts = line.split("\t", 3);
            done.put(
                    Integer.parseInt(parts[0]),
                    new Output(
                            Json.read(parts[2]).orElseThrow(),
                            Json.read(parts[1]).orElseThrow()));
        }
        done.tailMap(items).clear();
        if (done.size() < items) {
            rewriteJournal();
        }
    }

    /** What was taken from lines that are not all there goes to the journal, so that one place holds what is done. */
    private void rewriteJournal() throws IOException {
        TreeMap<Integer, Output> known = new TreeMap<>(done);
        discard(lines, measures, journal);
        for (var entry : known.entrySet()) {
            add(entry.getKey(), entry.getValue());
        }
    }

    private static void discard(Path... files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** The objects up to the first line that is not one. */
    private static List<ObjectNode> whole(Path file) throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        for (String line : complete(file)) {
            Optional<ObjectNode> object = Json.read(line);
            if (object.isEmpty()) {
                break;
            }
            objects.add(object.get());
        }
        return objects;
    }

    private static List<String> repaired(Path journal) throws IOException {
        return complete(journal).stream().filter(DoneLines::isEntry).toList();
    }

    private static boolean isEntry(String line) {
        String[] parts = line.split("\t", 3);
        return parts.length == 3
                && parts[0].matches("\\d{1,9}")
                && Json.read(parts[1]).isPresent()
                && Json.read(parts[2]).isPresent();
    }

    /** The lines that were ended. */
    private static List<String> complete(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n');
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }
}
