package org.anamnesis.sandbox.notes;

import java.util.List;

/**
 * A typed note: {@code # } heads a part, {@code - } an item, {@code | } a row with bars between its cells; any other line is a
 * paragraph.
 */
record Note(List<Line> lines) {

    /** One line of it. */
    sealed interface Line {

        record Heading(String text) implements Line {}

        record Item(String text) implements Line {}

        record Row(List<String> cells) implements Line {}

        record Paragraph(String text) implements Line {}
    }

    static Note of(String typed) {
        return new Note(
                typed.lines().filter(line -> !line.isBlank()).map(Note::line).toList());
    }

    private static Line line(String typed) {
        String rest = typed.length() < 2 ? "" : typed.substring(2).strip();
        if (typed.startsWith("# ")) {
            return new Line.Heading(rest);
        }
        if (typed.startsWith("- ")) {
            return new Line.Item(rest);
        }
        if (typed.startsWith("| ")) {
            return new Line.Row(List.of(rest.split("\\s*\\|\\s*")));
        }
        return new Line.Paragraph(typed.strip());
    }
}
