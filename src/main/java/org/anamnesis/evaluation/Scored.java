package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.corpus.Gold;

/** All items of a set with what came of them and what is right, in input order. */
record Scored(List<Entry> entries) {

    Scored {
        entries = List.copyOf(entries);
    }

    /**
     * One item.
     *
     * @param task the item
     * @param gold what is right
     * @param line what was written
     * @param measures what was measured besides
     */
    record Entry(Task task, Gold gold, ObjectNode line, ObjectNode measures) {

        boolean isError() {
            return line.has("error");
        }
    }

    int errors() {
        return (int) entries.stream().filter(Entry::isError).count();
    }

    /** Those that could be run. */
    Stream<Entry> run() {
        return entries.stream().filter(entry -> !entry.isError());
    }
}
