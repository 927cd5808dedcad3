package org.anamnesis.notes;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.anamnesis.notes.Unreadable.Reason;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/**
 * Looks at a font before it is made: its widths may be given as ranges (ISO 32000-1, 9.7.4.3), of which one can stand for
 * billions of entries.
 */
final class PdfFontCheck {

    /** As many codes as two bytes have. */
    private static final long MOST_WIDTHS = 65_536;

    private final Set<COSDictionary> checked = Collections.newSetFromMap(new IdentityHashMap<>());

    private void check(COSDictionary font) {
        if (checked.add(font)) {
            COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
            for (int at = 0; descendants != null && at < descendants.size(); at++) {
                if (descendants.getObject(at) instanceof COSDictionary descendant) {
                    checkWidths(descendant.getCOSArray(COSName.W));
                }
            }
        }
    }

    private static void checkWidths(COSArray widths) {
        long entries = 0;
        for (int at = 0; widths != null && at + 1 < widths.size(); at++) {
            if (widths.getObject(at) instanceof COSNumber first && widths.getObject(at + 1) instanceof COSNumber last) {
                // Read from any place, for the library skips what it does not understand.
                long range = last.longValue() - first.longValue();
                if (range >= MOST_WIDTHS) {
                    throw new Unreadable(Reason.BROKEN);
                }
                entries += at % 3 == 0 ? Math.max(0, range) : 0;
            }
        }
        if (entries > 4 * MOST_WIDTHS) {
            throw new Unreadable(Reason.BROKEN);
        }
    }

    /** Sets a font (Tf) that has been looked at. */
    static final class CheckedFont extends SetFontAndSize {

        private final PdfFontCheck check;

        CheckedFont(PDFStreamEngine context, PdfFontCheck check) {
            super(context);
            this.check = check;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (!operands.isEmpty() && operands.getFirst() instanceof COSName name) {
                COSDictionary fonts = getContext().getResources().getCOSObject().getCOSDictionary(COSName.FONT);
                COSDictionary font = fonts == null ? null : fonts.getCOSDictionary(name);
                if (font != null) {
                    check.check(font);
                }
            }
            super.process(operator, operands);
        }
    }

    /** Leaves the graphics state (gs) as it is: it could bring fonts along, and says nothing else about words. */
    static final class UnusedState extends SetGraphicsStateParameters {

        UnusedState(PDFStreamEngine context) {
            super(context);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            // nothing of it is used
        }
    }
}
