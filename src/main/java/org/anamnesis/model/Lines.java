package org.anamnesis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects an answer and hands over each line when it has ended. A line that is a JSON object ends with the object: the mark of
 * the line's end may come with the next token, which may take its time.
 */
final class Lines {

    private final StringBuilder text = new StringBuilder();
    private final Consumer<String> consumer;
    private final ObjectEnd object = new ObjectEnd();
    private int handed;

    Lines(Consumer<String> consumer) {
        this.consumer = consumer;
    }

    /** The lines of a whole answer, the same as while it was written. */
    static List<String> of(String answer) {
        List<String> lines = new ArrayList<>();
        Lines reading = new Lines(lines::add);
        reading.add(answer);
        reading.finish();
        return lines;
    }

    void add(String part) {
        int from = text.length();
        text.append(part);
        for (int at = from; at < text.length(); at++) {
            if (object.endsWith(text.charAt(at)) || text.charAt(at) == '\n') {
                hand(at + 1);
            }
        }
    }

    /** The answer is whole: what has no line's end is a line too. */
    void finish() {
        hand(text.length());
    }

    private void hand(int end) {
        String line = text.substring(handed, end).strip();
        handed = end;
        if (!line.isEmpty()) {
            consumer.accept(line);
        }
    }

    int length() {
        return text.length();
    }

    String text() {
        return text.toString();
    }

    /** The text up to the end of its last whole line. */
    String whole() {
        return text.substring(0, handed);
    }
}
