package org.anamnesis.notes;

import java.io.IOException;
import org.anamnesis.notes.Unreadable.Reason;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * A parser that unpacks no more than the limit: every stream of the file is measured as it is met, before anything keeps it in
 * memory. Pictures are not unpacked at all; they stay in the document as empty ones, so that they can be counted.
 *
 * <p>A file that is encrypted is not read, not even where no password is asked for: its streams could not be measured.
 */
final class PdfParser extends PDFParser {

    PdfParser(RandomAccessRead source, int mostUnpacked) throws IOException {
        super(source);
        document.close();
        document = new MeasuredDocument(this, new PdfMeasure(mostUnpacked));
    }

    @Override
    protected void prepareDecryption() {
        if (document.isEncrypted()) {
            throw new Unreadable(Reason.ENCRYPTED);
        }
    }

    /** The objects of the file. */
    private static final class MeasuredDocument extends COSDocument {

        private final PdfMeasure measure;

        MeasuredDocument(ICOSParser parser, PdfMeasure measure) {
            super(parser);
            this.measure = measure;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            Blocks.checkWaitedFor();
            if (COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
                COSStream picture = super.createCOSStream(dictionary, start, 0);
                picture.removeItem(COSName.FILTER);
                return picture;
            }
            COSStream stream = super.createCOSStream(dictionary, start, length);
            measure.check(stream);
            return stream;
        }
    }
}
