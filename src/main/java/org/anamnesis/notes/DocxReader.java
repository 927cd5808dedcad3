package org.anamnesis.notes;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.anamnesis.notes.Unreadable.Reason;
import org.anamnesis.prose.Block.Shape;

/**
 * A docx file (ECMA-376, WordprocessingML): the body of the document, unpacked and read as a stream. Headers and footers,
 * comments, text marked hidden, and what a tracked change took out are not its body.
 */
final class DocxReader {

    private static final Pattern DOCUMENT = Pattern.compile("word/document\\d?\\.xml");
    private static final int MOST_ENTRIES = 2_000;

    private DocxReader() {}

    static void read(byte[] bytes, DocumentLimits limits, Blocks blocks) throws IOException, XMLStreamException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
                InputStream unpacked = new Unpacked(zip, limits.unpacked())) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw new Unreadable(Reason.TOO_LARGE);
                }
                if (DOCUMENT.matcher(entry.getName()).matches()) {
                    new Body(Xml.reader(unpacked), blocks).read();
                    return;
                }
                unpacked.transferTo(OutputStream.nullOutputStream());
            }
        }
        throw new Unreadable(Reason.UNKNOWN_FORMAT);
    }

    /** The body, element by element. */
    private static final class Body {

        private final XMLStreamReader xml;
        private final Blocks blocks;
        private final Flow flow;
        private boolean strong;
        private boolean hidden;
        private boolean heading;
        private boolean item;
        private int tables;

        Body(XMLStreamReader xml, Blocks blocks) {
            this.xml = xml;
            this.blocks = blocks;
            this.flow = new Flow(blocks);
        }

        void read() throws XMLStreamException {
            while (xml.hasNext()) {
                Blocks.checkWaitedFor();
                int event = xml.next();
                Xml.check(event);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    opened(xml.getLocalName());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    closed(xml.getLocalName());
                }
            }
            flow.end();
        }

        private void opened(String name) throws XMLStreamException {
            switch (name) {
                case "p" -> {
                    heading = false;
                    item = false;
                }
                case "pStyle" -> {
                    heading |= value().matches("(?i)(heading|title).*");
                    item |= value().matches("(?i)list(bullet|number).*");
                }
                case "outlineLvl" -> heading |= value().matches("[0-8]");
                case "numPr" -> item = true;
                case "r" -> {
                    strong = false;
                    hidden = false;
                }
                case "b" -> strong = isOn();
                case "vanish" -> hidden = isOn();
                case "t" -> text(xml.getElementText());
                case "tab" -> text("\t");
                case "br", "cr" -> flow.lineEnd();
                case "noBreakHyphen" -> text("-");
                case "footnoteReference", "endnoteReference" -> blocks.remark("footnotes were not read");
                case "tbl" -> tables++;
                case "tr" -> flow.row();
                case "tc" -> flow.cell();
                // The same text box once more, text that was moved elsewhere or taken out, a formula's codes.
                case "Fallback", "moveFrom", "del", "instrText", "pPrChange", "rPrChange" -> Xml.skip(xml);
                default -> {
                    // looks and measures that say nothing about the words
                }
            }
        }

        private void closed(String name) {
            switch (name) {
                case "p" -> {
                    if (tables > 0 || heading || item) {
                        flow.start(Shape.LINES);
                    } else {
                        flow.paragraphEnd();
                    }
                }
                case "tbl" -> tables--;
                case "tr" -> flow.endRow();
                default -> {
                    // ends with its paragraph
                }
            }
        }

        private void text(String words) {
            if (hidden) {
                blocks.remark("text that does not show was left out");
                return;
            }
            if (heading) {
                flow.start(Shape.HEADING);
                heading = false;
            } else if (item && !words.isBlank()) {
                flow.item("");
                item = false;
            }
            flow.strong(strong);
            flow.text(words);
            flow.strong(false);
        }

        private boolean isOn() {
            String value = value();
            return !value.equals("0") && !value.equals("false") && !value.equals("off");
        }

        private String value() {
            for (int at = 0; at < xml.getAttributeCount(); at++) {
                if (xml.getAttributeLocalName(at).equals("val")) {
                    return xml.getAttributeValue(at);
                }
            }
            return "";
        }
    }

    /** What comes out of the archive, refused beyond a limit; a reader that closes it does not close the archive. */
    private static final class Unpacked extends FilterInputStream {

        private long left;

        Unpacked(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        @Override
        public void close() {
            // the archive goes on
        }

        private void count(int bytes) {
            Blocks.checkWaitedFor();
            left -= bytes;
            if (left < 0) {
                throw new Unreadable(Reason.TOO_LARGE);
            }
        }
    }
}
