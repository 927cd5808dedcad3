package org.anamnesis.notes;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.anamnesis.notes.Unreadable.Reason;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The lines of all pages as they stand on them, what was filled into forms and stamped onto pages included. The file's own word
 * on what a passage "actually" says (ActualText) is not taken: what shows is read.
 */
final class PdfPages extends PDFTextStripper {

    private static final String BETWEEN_CELLS = " | ";
    /** A gap of this many letter heights parts cells. */
    private static final float CELL_GAP = 1.6f;

    private final int mostCharacters;
    private final List<PdfLine> lines = new ArrayList<>();
    private final SortedSet<Integer> withoutText = new TreeSet<>();
    private final PdfFontCheck fonts = new PdfFontCheck();
    private Optional<Open> open = Optional.empty();
    private int characters;
    private int linesBefore;

    PdfPages(int mostCharacters) {
        this.mostCharacters = mostCharacters;
        setSortByPosition(true);
        addOperator(new PdfFontCheck.CheckedFont(this, fonts));
        addOperator(new PdfFontCheck.UnusedState(this));
    }

    List<PdfLine> read(PDDocument pages) throws IOException {
        writeText(pages, Writer.nullWriter());
        return List.copyOf(lines);
    }

    /** The pages that have no line, by their numbers from 0. */
    SortedSet<Integer> withoutText() {
        return withoutText;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        Blocks.checkWaitedFor();
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        characters++;
        if (characters > mostCharacters) {
            throw new Unreadable(Reason.TOO_LARGE);
        }
        super.processTextPosition(letter);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        // what it says the passage says is not what shows
    }

    @Override
    public void endMarkedContentSequence() {
        // see above
    }

    @Override
    protected void startPage(PDPage page) {
        linesBefore = lines.size();
    }

    @Override
    protected void writePage() throws IOException {
        for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
            if (!annotation.isHidden() && !annotation.isNoView()) {
                showAnnotation(annotation);
            }
        }
        super.writePage();
    }

    @Override
    protected void endPage(PDPage page) {
        writeLineSeparator();
        if (lines.size() == linesBefore) {
            withoutText.add(getCurrentPageNo() - 1);
        }
    }

    @Override
    protected void writeString(String words, List<TextPosition> letters) {
        if (!letters.isEmpty() && !words.isBlank()) {
            open = Optional.of(
                    open.orElseGet(() -> new Open(letters.getFirst())).with(words, letters));
        }
    }

    @Override
    protected void writeWordSeparator() {
        // the gap before the next words is measured when they come
    }

    @Override
    protected void writeParagraphStart() {
        writeLineSeparator();
    }

    @Override
    protected void writeLineSeparator() {
        open.ifPresent(line -> lines.add(line.done(getCurrentPageNo() - 1)));
        open = Optional.empty();
    }

    /** A line while its words come. */
    private static final class Open {

        private final StringBuilder text = new StringBuilder();
        private final float left;
        private final float baseline;
        private float right;
        private float firstWord;
        private float size;
        private boolean bold = true;
        private boolean cells;

        Open(TextPosition first) {
            this.left = first.getXDirAdj();
            this.baseline = first.getYDirAdj();
            this.size = first.getFontSizeInPt();
        }

        Open with(String words, List<TextPosition> letters) {
            float start = letters.getFirst().getXDirAdj();
            if (text.isEmpty()) {
                firstWord = endOfFirstWord(letters) - start;
            } else {
                boolean gap = start - right > CELL_GAP * Math.max(size, 1);
                cells |= gap;
                text.append(gap ? BETWEEN_CELLS : " ");
            }
            text.append(words.strip());
            TextPosition last = letters.getLast();
            right = Math.max(right, last.getXDirAdj() + last.getWidthDirAdj());
            for (TextPosition letter : letters) {
                size = Math.max(size, letter.getFontSizeInPt());
                bold &= isBold(letter.getFont());
            }
            return this;
        }

        PdfLine done(int page) {
            return new PdfLine(page, text.toString(), cells, left, right, baseline, firstWord, size, bold);
        }

        private static float endOfFirstWord(List<TextPosition> letters) {
            float end = letters.getFirst().getXDirAdj();
            for (TextPosition letter : letters) {
                if (letter.getUnicode().isBlank()) {
                    return end;
                }
                end = letter.getXDirAdj() + letter.getWidthDirAdj();
            }
            return end;
        }

        private static boolean isBold(PDFont font) {
            String name = font.getName();
            return name != null && name.toLowerCase(Locale.ROOT).matches(".*(bold|black|heavy).*");
        }
    }
}
