package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Of which product, data and model the lines in a folder are, in {@code run.json}. Lines of others are not gone on with:
 * figures over a mixture would say nothing.
 */
final class RunStamp {

    private static final String FILE = "run.json";

    private final Path out;
    private final String stamp;

    RunStamp(Path out, String stamp) {
        this.out = out;
        this.stamp = stamp;
    }

    /** Makes a set's lines ours: those of another run are discarded. Whether there were such. */
    boolean claim(String set) throws IOException {
        ObjectNode known = read();
        if (stamp.equals(known.path(set).asText())) {
            return false;
        }
        boolean isOther = known.has(set);
        DoneLines.discard(out, set);
        Files.writeString(out.resolve(FILE), Json.line(known.put(set, stamp)) + "\n");
        return isOther;
    }

    private ObjectNode read() throws IOException {
        Path file = out.resolve(FILE);
        return Files.exists(file)
                ? Json.read(Files.readString(file, StandardCharsets.UTF_8)).orElseGet(Json::object)
                : Json.object();
    }
}
