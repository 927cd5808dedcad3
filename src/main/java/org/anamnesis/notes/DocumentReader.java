package org.anamnesis.notes;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.anamnesis.notes.Unreadable.Reason;
import org.anamnesis.prose.Block.Shape;

/** Reads one file by the reader of its format. */
final class DocumentReader {

    private final DocumentLimits limits;

    DocumentReader(DocumentLimits limits) {
        this.limits = limits;
    }

    DocumentText read(Format format, byte[] bytes, String contentType) throws IOException, XMLStreamException {
        Blocks blocks = new Blocks(limits);
        switch (format) {
            case PLAIN -> {
                return plain(bytes, contentType);
            }
            case CDA -> {
                return new CdaReader(limits).read(bytes);
            }
            case HTML -> HtmlReader.read(bytes, contentType, blocks);
            case RTF -> RtfReader.read(bytes, blocks);
            case PDF -> PdfReader.read(bytes, limits, blocks);
            case DOCX -> DocxReader.read(bytes, limits, blocks);
            case PICTURE -> throw new Unreadable(Reason.NO_TEXT);
            case UNKNOWN -> throw new Unreadable(Reason.UNKNOWN_FORMAT);
        }
        return blocks.read(format);
    }

    DocumentText plain(byte[] bytes, String contentType) {
        String text = Charsets.decode(bytes, contentType);
        if (!Charsets.isText(text)) {
            throw new Unreadable(Reason.UNKNOWN_FORMAT);
        }
        Blocks blocks = new Blocks(limits);
        blocks.add(Shape.WRAPPED, text);
        return blocks.read(Format.PLAIN);
    }
}
