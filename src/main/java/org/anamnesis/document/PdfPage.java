package org.anamnesis.document;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** What is the same on every page, and the rows of each. */
final class PdfPage {

    private static final float MARGIN = 54;
    private static final float SMALL = 9;
    private static final float LINE = 12;
    private static final float GAP = 10;
    private static final float FOOT = 24;
    private static final int MOST_LINES = 8;
    private static final float BOLD_STROKE = 0.3f;
    private static final float WATERMARK = 110;
    private static final Color PALE = new Color(0xEC, 0xEC, 0xEC);
    private static final Color WARNING = new Color(0xA0, 0x10, 0x10);

    /** Of a row, in points. */
    static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;

    private final PDDocument document;
    private final PdfFonts fonts;
    private final Marking marking;
    private final List<String> head = new ArrayList<>();
    private final String standing;

    /** Whether how it stands has room beside the title; else it stands below, in as many lines as it takes. */
    private final boolean beside;

    private final List<String> below = new ArrayList<>();

    /**
     * @param patient who it is about, as it can be drawn
     * @param undrawn how many characters stand as boxes
     */
    PdfPage(PDDocument document, PdfFonts fonts, Marking marking, String patient, int undrawn) throws IOException {
        this.document = document;
        this.fonts = fonts;
        this.marking = marking;
        PdfLines lines = new PdfLines(fonts);
        standing = fonts.drawable(marking.standing()).text();
        beside = fonts.width(marking.title(), SMALL + 1) + GAP + fonts.width(standing, SMALL) <= WIDTH;
        if (!beside) {
            below.addAll(lines.wrap(standing, SMALL, WIDTH));
        }
        head.addAll(shortened(lines.wrap(patient, SMALL, WIDTH)));
        if (undrawn > 0) {
            head.addAll(lines.wrap(
                    undrawn + " characters cannot be drawn with the fonts installed here and stand as boxes."
                            + " The version in plain text has them.",
                    SMALL,
                    WIDTH));
        }
    }

    /** A name may be longer than a page is wide, and not so long that nothing else has room. */
    private static List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> fewer = new ArrayList<>(lines.subList(0, MOST_LINES));
        fewer.add("... and more than has room here");
        return fewer;
    }

    /** What a page has for rows, in points. */
    float height() {
        return top() - MARGIN - FOOT;
    }

    private float top() {
        return PDRectangle.LETTER.getHeight() - MARGIN - LINE * (below.size() + head.size() + 1) - GAP;
    }

    PDPage draw(List<PdfRow> rows, int number, int of) throws IOException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        try (PDPageContentStream canvas = new PDPageContentStream(document, page)) {
            if (!marking.valid()) {
                watermark(canvas);
            }
            head(canvas);
            float y = top();
            for (PdfRow row : rows) {
                y -= row.height();
                text(canvas, row.text(), row.size(), row.bold(), MARGIN + row.indent(), y);
            }
            text(canvas, marking.identity(), 7, false, MARGIN, MARGIN - LINE);
            String pages = "Page " + number + " of " + of;
            text(canvas, pages, SMALL, false, MARGIN + WIDTH - fonts.width(pages, SMALL), MARGIN - LINE);
        }
        return page;
    }

    private void head(PDPageContentStream canvas) throws IOException {
        float y = PDRectangle.LETTER.getHeight() - MARGIN;
        text(canvas, marking.title(), SMALL + 1, true, MARGIN, y);
        canvas.setNonStrokingColor(marking.valid() ? Color.BLACK : WARNING);
        canvas.setStrokingColor(marking.valid() ? Color.BLACK : WARNING);
        if (beside) {
            text(canvas, standing, SMALL, true, MARGIN + WIDTH - fonts.width(standing, SMALL), y);
        }
        for (String line : below) {
            y -= LINE;
            text(canvas, line, SMALL, true, MARGIN, y);
        }
        canvas.setNonStrokingColor(Color.BLACK);
        canvas.setStrokingColor(Color.BLACK);
        for (String line : head) {
            y -= LINE;
            text(canvas, line, SMALL, true, MARGIN, y);
        }
        canvas.setLineWidth(0.7f);
        canvas.moveTo(MARGIN, y - 4);
        canvas.lineTo(MARGIN + WIDTH, y - 4);
        canvas.stroke();
    }

    /** Behind the words, so that a copy of a page cannot pass for a signed one. */
    private void watermark(PDPageContentStream canvas) throws IOException {
        // No part of the text: who reads the page aloud, or takes its words out, is told so.
        canvas.beginMarkedContent(COSName.ARTIFACT);
        canvas.setNonStrokingColor(PALE);
        canvas.beginText();
        canvas.setTextMatrix(Matrix.getRotateInstance(Math.PI / 4, 160, 220));
        PdfFonts.Run draft =
                fonts.runs(marking.isOver() ? "NOT VALID" : "DRAFT").getFirst();
        canvas.setFont(draft.font(), marking.isOver() ? WATERMARK / 1.7f : WATERMARK);
        canvas.showText(draft.text());
        canvas.endText();
        canvas.setNonStrokingColor(Color.BLACK);
        canvas.endMarkedContent();
    }

    private void text(PDPageContentStream canvas, String line, float size, boolean bold, float x, float y)
            throws IOException {
        canvas.beginText();
        canvas.newLineAtOffset(x, y);
        canvas.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        canvas.setLineWidth(BOLD_STROKE);
        for (PdfFonts.Run run : fonts.runs(PdfLines.visual(line))) {
            canvas.setFont(run.font(), size);
            canvas.showText(run.text());
        }
        canvas.endText();
    }
}
