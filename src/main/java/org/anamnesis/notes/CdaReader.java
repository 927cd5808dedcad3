package org.anamnesis.notes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.anamnesis.notes.Unreadable.Reason;
import org.anamnesis.prose.Block.Shape;

/**
 * The narrative of a clinical document in XML (C-CDA R2.1, HL7 CDA R2): the titles of its sections and their text. The header
 * with its names and the coded entries are left out: the narrative is what its author signed. A document whose body is a file
 * of another format (nonXMLBody) is read as that file, once.
 */
final class CdaReader {

    private static final String BOLD = "bold content";
    private static final String ORDERED = "ordered list";

    private final DocumentLimits limits;

    CdaReader(DocumentLimits limits) {
        this.limits = limits;
    }

    DocumentText read(byte[] bytes) throws IOException, XMLStreamException {
        Blocks blocks = new Blocks(limits);
        XMLStreamReader xml = Xml.reader(new ByteArrayInputStream(bytes));
        try {
            xml.nextTag();
            if (xml.getLocalName().equals("html")) {
                HtmlReader.read(bytes, "", blocks);
                return blocks.read(Format.HTML);
            }
            if (!xml.getLocalName().equals("ClinicalDocument")) {
                throw new Unreadable(Reason.UNKNOWN_FORMAT);
            }
            Optional<DocumentText> body = new Body(xml, blocks).read();
            return body.isPresent() ? body.get() : blocks.read(Format.CDA);
        } finally {
            xml.close();
        }
    }

    /** The body of one document, element by element. */
    private final class Body {

        private final XMLStreamReader xml;
        private final Flow flow;
        private final Deque<String> open = new ArrayDeque<>();
        private boolean inText;

        Body(XMLStreamReader xml, Blocks blocks) {
            this.xml = xml;
            this.flow = new Flow(blocks);
        }

        /** Reads to the end; a file in the place of a narrative is the text then. */
        Optional<DocumentText> read() throws IOException, XMLStreamException {
            while (xml.hasNext()) {
                Blocks.checkWaitedFor();
                int event = xml.next();
                Xml.check(event);
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (xml.getLocalName().equals("text") && "nonXMLBody".equals(open.peek())) {
                            return Optional.of(file());
                        }
                        opened(xml.getLocalName());
                    }
                    case XMLStreamConstants.END_ELEMENT -> closed(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml.getText());
                    default -> {
                        // comments and processing instructions are no narrative
                    }
                }
            }
            flow.end();
            return Optional.empty();
        }

        private void opened(String name) throws XMLStreamException {
            if (!inText) {
                String within = open.peek();
                open.push(name);
                inText = name.equals("text") && "section".equals(within);
                if (name.equals("title") && "section".equals(within)) {
                    flow.start(Shape.HEADING);
                } else if (inText) {
                    flow.start(Shape.LINES);
                }
                return;
            }
            if (isDeleted()) {
                Xml.skip(xml);
                return;
            }
            open.push(kind(name));
            switch (open.element()) {
                case "paragraph", "table", "footnote" -> flow.start(Shape.LINES);
                case "caption" -> flow.start(Shape.HEADING);
                case "list", ORDERED -> flow.openList();
                case "item" -> flow.item(ORDERED.equals(parent()));
                case "tr" -> flow.row();
                case "td", "th" -> flow.cell();
                case "br" -> flow.lineEnd();
                case BOLD -> flow.strong(true);
                default -> {
                    // links, references and the like: their words flow on
                }
            }
        }

        private void closed(String name) {
            String kind = Optional.ofNullable(open.poll()).orElse(name);
            if (!inText) {
                if (name.equals("title")) {
                    flow.start(Shape.LINES);
                }
                return;
            }
            switch (kind) {
                case "text" -> {
                    flow.end();
                    inText = false;
                }
                case "paragraph", "table", "caption", "footnote" -> flow.start(Shape.LINES);
                case "list", ORDERED -> flow.closeList();
                case BOLD -> flow.strong(false);
                case "tr" -> flow.endRow();
                default -> {
                    // what was opened with them ends with their block
                }
            }
        }

        private void characters(String text) {
            boolean title = "title".equals(open.peek()) && "section".equals(parent());
            if (inText || title) {
                flow.text(text.replaceAll("\\s+", " "));
            }
        }

        /** Text that a revision took out is still in the file. */
        private boolean isDeleted() {
            return "delete".equals(xml.getAttributeValue(null, "revised"));
        }

        /** What an element of the narrative is, as far as its look says more than its name. */
        private String kind(String name) {
            String style = Optional.ofNullable(xml.getAttributeValue(null, "styleCode"))
                    .orElse("");
            String list =
                    Optional.ofNullable(xml.getAttributeValue(null, "listType")).orElse("");
            return switch (name) {
                case "content" -> style.contains("Bold") ? BOLD : name;
                case "list" -> list.equals("ordered") ? ORDERED : name;
                default -> name;
            };
        }

        private String parent() {
            return open.stream().skip(1).findFirst().orElse("");
        }

        private DocumentText file() throws IOException, XMLStreamException {
            String type = Optional.ofNullable(xml.getAttributeValue(null, "mediaType"))
                    .orElse("");
            boolean encoded = "B64".equals(xml.getAttributeValue(null, "representation"));
            String content = xml.getElementText();
            if (!encoded) {
                Blocks blocks = new Blocks(limits);
                blocks.add(Shape.WRAPPED, content);
                return blocks.read(Format.PLAIN);
            }
            byte[] bytes = decoded(content);
            Format format = Format.of(bytes, type);
            if (format == Format.CDA) {
                throw new Unreadable(Reason.UNKNOWN_FORMAT);
            }
            return new DocumentReader(limits).read(format, bytes, type);
        }

        private byte[] decoded(String content) {
            try {
                return Base64.getMimeDecoder().decode(content);
            } catch (IllegalArgumentException e) {
                throw new Unreadable(Reason.BROKEN);
            }
        }
    }
}
