package org.anamnesis.notes;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.anamnesis.notes.Unreadable.Reason;

/** XML from strangers: no document types, no entities, nothing from elsewhere. */
final class Xml {

    private static final int DEEPEST = 200;

    private Xml() {}

    /** A reader that reports a document type or an entity, see {@link #check}, and never follows one. */
    static XMLStreamReader reader(InputStream bytes) throws XMLStreamException {
        // The JDK's own and never one a server puts in its place: what is refused must not depend on where we run.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
        return factory.createXMLStreamReader(bytes);
    }

    /** Refuses the document at a document type or an entity. */
    static void check(int event) {
        boolean harmful = event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE;
        if (harmful) {
            throw new Unreadable(Reason.BROKEN);
        }
    }

    /** Goes on behind the element that has just been opened. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // skipped with its element
                }
            }
        }
    }
}
