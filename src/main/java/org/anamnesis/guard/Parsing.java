package org.anamnesis.guard;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * The way from a guarded text to a resource. At what is no FHIR, HAPI's parsers end in errors of their own now and then (a
 * {@code null} for a resource, a blank type): here they all are what they mean, a text that cannot be read.
 */
public final class Parsing {

    private Parsing() {}

    /** @throws DataFormatException where the text cannot be read as a resource of the type */
    public static <T extends IBaseResource> T resource(IParser parser, Class<T> type, byte[] text) {
        return parsed(() -> parser.parseResource(type, new ByteArrayInputStream(text)));
    }

    /** A resource of whatever type.
     *
     * @throws DataFormatException where the text cannot be read as a resource
     */
    public static IBaseResource resource(IParser parser, byte[] text) {
        return parsed(() -> parser.parseResource(new ByteArrayInputStream(text)));
    }

    private static <T> T parsed(Supplier<T> parse) {
        try {
            return parse.get();
        } catch (DataFormatException broken) {
            throw broken;
        } catch (RuntimeException ofTheParser) {
            throw new DataFormatException(
                    "the parser ended in " + ofTheParser.getClass().getSimpleName());
        }
    }
}
