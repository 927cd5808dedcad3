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

    DocumentText read(byte[] bytes, String contentType) throws IOException, XMLStreamException {
        Format format = Format.of(bytes, contentType);
        Blocks blocks = new Blocks(limits);
        switch (format) {
            case PLAIN -> plain(Charsets.decode(bytes, contentType), blocks);
            case HTML -> HtmlReader.read(bytes, contentType, blocks);
            case RTF -> RtfReader.read(bytes, blocks);
            case PDF -> PdfReader.read(bytes, limits, blocks);
            case DOCX -> DocxReader.read(bytes, limits, blocks);
            case CDA -> {
                return new CdaReader(limits).read(bytes);
            }
            case PICTURE -> throw new Unreadable(Reason.NO_TEXT);
            case UNKNOWN -> throw new Unreadable(Reason.UNKNOWN_FORMAT);
        }
        return blocks.read(format);
    }

    private static void plain(String text, Blocks blocks) {
        if (!Charsets.isText(text)) {
            throw new Unreadable(Reason.UNKNOWN_FORMAT);
        }
        blocks.add(Shape.WRAPPED, text);
    }
}
