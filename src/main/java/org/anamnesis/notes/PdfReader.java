package org.anamnesis.notes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.anamnesis.notes.Unreadable.Reason;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** A PDF's text layer, all pages of it, with the forms filled in; pages that are pictures are counted. */
final class PdfReader {

    private static final int END_WITHIN = 2_048;

    /** Its warnings quote what they stumble over, which here is a patient's; a logger that nobody holds forgets its level. */
    private static final List<Logger> SILENT =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
        // The library's own mapper searches the machine for fonts and keeps a list of them in the user's folder.
        FontMappers.set(new OneFont());
    }

    private PdfReader() {}

    static void read(byte[] bytes, DocumentLimits limits, Blocks blocks) throws IOException {
        checkEnd(bytes);
        PdfParser parser = new PdfParser(new RandomAccessReadBuffer(bytes), limits.unpacked());
        try (PDDocument document = parser.parse()) {
            PdfPages pages = new PdfPages(limits.characters());
            List<PdfLine> lines = pages.read(document);
            if (lines.isEmpty()) {
                throw new Unreadable(Reason.NO_TEXT);
            }
            int pictures = 0;
            for (int number : pages.withoutText()) {
                pictures += hasPicture(document.getPage(number)) ? 1 : 0;
            }
            if (pictures > 0) {
                blocks.remark(
                        pictures + " of " + document.getNumberOfPages() + " pages are pictures and were not read");
            }
            PdfLayout.of(lines).forEach(block -> blocks.add(block.shape(), block.text()));
        }
    }

    /** The library mends a file that was cut off, and nothing would say which pages are missing. */
    private static void checkEnd(byte[] bytes) {
        int from = Math.max(0, bytes.length - END_WITHIN);
        if (!new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
            throw new Unreadable(Reason.BROKEN);
        }
    }

    private static boolean hasPicture(PDPage page) {
        if (page.getResources() != null) {
            for (COSName name : page.getResources().getXObjectNames()) {
                if (page.getResources().isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
