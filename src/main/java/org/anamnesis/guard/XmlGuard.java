package org.anamnesis.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.anamnesis.guard.RefusedInput.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The guard in front of every parse of XML. Whether an attribute is a decimal is known only after the parse: see
 * {@link DecimalGuard}.
 */
public final class XmlGuard {

    private XmlGuard() {}

    /** Passes one XML document, or refuses it. */
    public static void check(byte[] body, Limits limits) throws RefusedInput {
        try {
            check(new ByteArrayInputStream(body), limits);
        } catch (RefusedInput refused) {
            throw refused;
        } catch (IOException impossible) {
            throw new IllegalStateException("an array cannot fail to be read", impossible);
        }
    }

    /**
     * Passes one XML document, or refuses it; the stream is read to its end and not closed.
     *
     * @throws RefusedInput if it breaks a rule
     * @throws IOException if the stream itself fails
     */
    public static void check(InputStream body, Limits limits) throws IOException {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(Body.text(body, limits));
            try {
                scan(reader, limits);
            } finally {
                reader.close();
            }
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedInput(Reason.ENCODING);
        } catch (XMLStreamException failed) {
            throw reasonOf(failed);
        }
    }

    // The JDK's own and never one a server puts in its place: what is refused must not depend on where we run.
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Its own limit would answer before ours does.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        return factory;
    }

    private static void scan(XMLStreamReader reader, Limits limits) throws XMLStreamException, RefusedInput {
        checkDeclared(reader.getCharacterEncodingScheme());
        int depth = 0;
        int values = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    values += 1 + reader.getAttributeCount();
                    if (values > limits.values()) {
                        throw new RefusedInput(Reason.TOO_MANY);
                    }
                    if (depth > limits.depth()) {
                        throw new RefusedInput(Reason.TOO_DEEP);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> throw new RefusedInput(Reason.DOCTYPE);
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                    throw new RefusedInput(Reason.MALFORMED);
                default -> {
                    // text, comments and processing instructions carry nothing to check
                }
            }
        }
    }

    // A parser may believe the declaration rather than us: what it names must be what we read.
    private static void checkDeclared(@Nullable String encoding) throws RefusedInput {
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw new RefusedInput(Reason.ENCODING);
        }
    }

    private static RefusedInput reasonOf(XMLStreamException failed) {
        for (Throwable cause = failed.getNestedException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedInput refused) {
                return refused;
            }
            if (cause instanceof CharacterCodingException) {
                return new RefusedInput(Reason.ENCODING);
            }
        }
        return new RefusedInput(Reason.MALFORMED);
    }
}
