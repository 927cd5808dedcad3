package org.anamnesis.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A draft's lines as rows of pages. */
final class PdfLayout {

    private static final float TITLE = 14;
    private static final float HEADING = 11;
    private static final float BODY = 10;
    private static final float SMALL = 8.5f;
    private static final float STEP = 12;
    private static final String BULLET = "\u2022 ";

    private final PdfFonts fonts;
    private final PdfLines lines;
    private final float width;
    private final List<PdfRow> rows = new ArrayList<>();
    private int undrawn;

    /** @param width of a row in points */
    PdfLayout(PdfFonts fonts, float width) {
        this.fonts = fonts;
        this.lines = new PdfLines(fonts);
        this.width = width;
    }

    /**
     * The rows.
     *
     * @param undrawn how many characters stand as a box
     */
    record Laid(List<PdfRow> rows, int undrawn) {}

    Laid of(Outline outline) throws IOException {
        for (Block block : outline.blocks()) {
            block(block);
        }
        if (!outline.endnotes().isEmpty()) {
            rows("SOURCES", HEADING, true, 0, 10, true);
            for (Endnote note : outline.endnotes()) {
                rows("[" + note.number() + "] " + note.text(), SMALL, false, 0, 2, false);
            }
        }
        return new Laid(List.copyOf(rows), undrawn);
    }

    private void block(Block block) throws IOException {
        switch (block.kind()) {
            case TITLE -> rows(block.text(), TITLE, true, 0, 0, true);
            case HEADING -> rows(block.text(), HEADING, true, 0, 10, true);
            case LINE -> rows(block.text(), BODY, false, 0, 4, false);
            case ITEM -> rows(BULLET + block.text() + marks(block), BODY, false, 0, 3, false);
            case DETAIL -> rows(BULLET + block.text(), BODY, false, STEP, 1, false);
        }
    }

    private static String marks(Block block) {
        return block.notes().stream().map(note -> " [" + note + "]").collect(Collectors.joining());
    }

    private void rows(String text, float size, boolean bold, float indent, float above, boolean keep)
            throws IOException {
        PdfFonts.Drawable drawable = fonts.drawable(text);
        undrawn += drawable.undrawn();
        boolean first = true;
        // What follows the first line of an item stands under its words, not under its mark.
        float hang = text.startsWith(BULLET) ? fonts.width(BULLET, size) : 0;
        for (String line : lines.wrap(drawable.text(), size, width - indent - hang)) {
            rows.add(new PdfRow(line, size, bold, first ? indent : indent + hang, first ? above : 0, keep));
            first = false;
        }
    }
}
