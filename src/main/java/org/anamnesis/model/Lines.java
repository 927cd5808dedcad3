package org.anamnesis.model;

import java.util.function.Consumer;

/** Collects an answer and hands over each line when it has ended. */
final class Lines {

    private final StringBuilder text = new StringBuilder();
    private final Consumer<String> consumer;
    private int handed;

    Lines(Consumer<String> consumer) {
        this.consumer = consumer;
    }

    void add(String part) {
        int from = text.length();
        text.append(part);
        int end = text.indexOf("\n", from);
        while (end >= 0) {
            hand(end);
            handed = end + 1;
            end = text.indexOf("\n", handed);
        }
    }

    /** The answer is whole: what has no line's end is a line too. */
    void finish() {
        hand(text.length());
        handed = text.length();
    }

    private void hand(int end) {
        String line = text.substring(handed, end).strip();
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
