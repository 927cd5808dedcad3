package org.anamnesis.guard;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.anamnesis.guard.RefusedInput.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What {@link EntrySlices} does, for XML that has passed its guard: each entry becomes a document of its own. Written anew,
 * without prefixes and comments; what an attribute holds stays as it is, line ends included.
 */
public final class XmlSlices {

    private static final List<String> OF_BUNDLE = List.of("Bundle", "entry");
    private static final List<String> OF_PARAMETERS = List.of("Parameters", "parameter", "resource", "Bundle", "entry");

    private final XMLStreamReader reader;
    private final StringBuilder frame = new StringBuilder();
    private final List<byte[]> entries = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<String> namespaces = new ArrayDeque<>();

    private XmlSlices(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** @throws RefusedInput where the text is not one XML document */
    public static EntrySlices of(byte[] xml) throws RefusedInput {
        try {
            XMLStreamReader reader = XmlGuard.factory().createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
            try {
                return new XmlSlices(reader).cut();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException notXml) {
            throw new RefusedInput(Reason.MALFORMED);
        }
    }

    private EntrySlices cut() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && isEntry(reader.getLocalName())) {
                StringBuilder entry = new StringBuilder();
                copyElement(entry);
                entries.add(entry.toString().getBytes(StandardCharsets.UTF_8));
            } else {
                copy(event, frame, 0);
            }
        }
        return new EntrySlices(frame.toString().getBytes(StandardCharsets.UTF_8), entries);
    }

    private boolean isEntry(String name) {
        return name.equals("entry") && (isBelow(OF_BUNDLE) || isBelow(OF_PARAMETERS));
    }

    private boolean isBelow(List<String> whole) {
        return path.size() == whole.size() - 1 && List.copyOf(path).equals(whole.subList(0, whole.size() - 1));
    }

    /** Copies the element that has just begun, to its end. */
    private void copyElement(StringBuilder out) throws XMLStreamException {
        int outside = path.size();
        copy(XMLStreamConstants.START_ELEMENT, out, outside);
        while (path.size() > outside) {
            copy(reader.next(), out, outside);
        }
    }

    /** @param outside how many open elements are not in this document: its first one declares its namespace itself */
    private void copy(int event, StringBuilder out, int outside) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(out, path.size() == outside);
            case XMLStreamConstants.END_ELEMENT -> {
                out.append("</").append(path.removeLast()).append('>');
                namespaces.removeLast();
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                escape(reader.getText(), out);
            default -> {
                // comments and processing instructions say nothing in FHIR
            }
        }
    }

    private void start(StringBuilder out, boolean isFirst) {
        String name = reader.getLocalName();
        String namespace = text(reader.getNamespaceURI());
        out.append('<').append(name);
        if (isFirst || !namespace.equals(namespaces.getLast())) {
            attribute("xmlns", namespace, out);
        }
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            // Those of FHIR have no namespace; one that has is a schema's location or a narrative's language.
            if (text(reader.getAttributeNamespace(at)).isEmpty()) {
                attribute(reader.getAttributeLocalName(at), reader.getAttributeValue(at), out);
            }
        }
        out.append('>');
        path.addLast(name);
        namespaces.addLast(namespace);
    }

    private static void attribute(String name, String value, StringBuilder out) {
        out.append(' ').append(name).append("=\"");
        escape(value, out);
        out.append('"');
    }

    private static void escape(String text, StringBuilder out) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            switch (one) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                // Bare, a reader would make blanks of them.
                case '\t', '\n', '\r' -> out.append("&#").append((int) one).append(';');
                default -> out.append(one);
            }
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
