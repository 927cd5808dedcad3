package org.anamnesis.document;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A draft as XHTML: words, lists and headings only, without script, link, image or form, so that it can be shown anywhere;
 * its parts stand as FHIR narratives (R4 Narrative, rules for the XHTML content).
 */
public final class XhtmlDocument {

    private static final String NAMESPACE = "http://www.w3.org/1999/xhtml";
    private static final String STYLE = "body{font:1em/1.4 sans-serif;max-width:48em;margin:1em auto;padding:0 1em}"
            + "header{border:2px solid;padding:.5em 1em}h1{font-size:1.3em}h2{font-size:1.05em}";

    private final XMLStreamWriter out;

    private XhtmlDocument(XMLStreamWriter out) {
        this.out = out;
    }

    /** One step of writing. */
    private interface Writing {
        void to(XhtmlDocument page) throws XMLStreamException;
    }

    /** The whole document. */
    static String page(Outline outline, Marking marking) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
                + written(page -> page.whole(outline, marking));
    }

    /** Some of it as the {@code div} of a narrative. */
    public static String narrative(List<Block> blocks) {
        return written(page -> {
            page.root("div");
            page.blocks(blocks);
            page.end();
        });
    }

    /** Endnotes as the {@code div} of a narrative. */
    public static String endnotes(List<Endnote> endnotes) {
        return written(page -> {
            page.root("div");
            page.notes(endnotes);
            page.end();
        });
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writing.to(new XhtmlDocument(out));
            out.flush();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private void whole(Outline outline, Marking marking) throws XMLStreamException {
        root("html");
        out.writeAttribute("lang", "en");
        out.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", "en");
        out.writeStartElement("head");
        element("title", marking.title());
        element("style", STYLE);
        end();
        out.writeStartElement("body");
        out.writeStartElement("header");
        element("p", marking.patient());
        out.writeStartElement("p");
        element("strong", marking.standing());
        end();
        end();
        blocks(outline.blocks());
        if (!outline.endnotes().isEmpty()) {
            element("h2", "Sources");
            notes(outline.endnotes());
        }
        out.writeStartElement("footer");
        element("p", marking.identity());
        end();
        end();
        end();
    }

    private void blocks(List<Block> blocks) throws XMLStreamException {
        int depth = 0;
        for (Block block : blocks) {
            depth = to(depth, depthOf(block));
            switch (block.kind()) {
                case TITLE -> element("h1", block.text());
                case HEADING -> element("h2", block.text());
                case LINE -> element("p", block.text());
                case ITEM, DETAIL -> item(block);
            }
        }
        to(depth, 0);
    }

    private static int depthOf(Block block) {
        return switch (block.kind()) {
            case ITEM -> 1;
            case DETAIL -> 2;
            case TITLE, HEADING, LINE -> 0;
        };
    }

    /** Opens or closes lists; an item stays open, for it may have details. */
    private int to(int from, int depth) throws XMLStreamException {
        int at = from;
        while (at > depth) {
            end();
            end();
            at--;
        }
        if (at == depth && depth > 0) {
            end();
        }
        while (at < depth) {
            out.writeStartElement("ul");
            at++;
            if (at < depth) {
                out.writeStartElement("li");
            }
        }
        return at;
    }

    private void item(Block block) throws XMLStreamException {
        out.writeStartElement("li");
        text(block.text());
        if (!block.notes().isEmpty()) {
            element("sup", block.notes().stream().map(note -> "[" + note + "]").collect(Collectors.joining(" ")));
        }
    }

    private void notes(List<Endnote> endnotes) throws XMLStreamException {
        for (Endnote note : endnotes) {
            element("p", "[" + note.number() + "] " + note.text());
        }
    }

    private void root(String name) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeDefaultNamespace(NAMESPACE);
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        text(text);
        out.writeEndElement();
    }

    private void end() throws XMLStreamException {
        out.writeEndElement();
    }

    /** What XML 1.0 cannot hold stands as the replacement character: nothing goes missing unseen. */
    private void text(String text) throws XMLStreamException {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(point -> isLegal(point) ? point : 0xFFFD).forEach(legal::appendCodePoint);
        out.writeCharacters(legal.toString());
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
