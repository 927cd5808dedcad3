package org.anamnesis.prose;

/** What the first words of a line say about the line before it. */
public final class LineStarts {

    private LineStarts() {}

    /** Whether a line starts something of its own, an item, an entry or a part, and so never reads on from another. */
    public static boolean isOwn(String line) {
        return Marks.startsItem(line)
                || Marks.startsEntry(line)
                || Headings.label(line).isPresent()
                || Headings.isCapitals(line);
    }
}
