package org.anamnesis.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Bundle cut into its entries without reading what they hold, so that one broken or hostile resource costs itself and
 * not the page.
 */
final class EntrySlices {

    private static final JsonFactory TOKENS = new JsonFactory();

    private final byte[] frame;
    private final List<byte[]> entries;

    private EntrySlices(byte[] frame, List<byte[]> entries) {
        this.frame = frame;
        this.entries = entries;
    }

    /** The Bundle without its entries, as JSON. */
    byte[] frame() {
        return frame;
    }

    /** Each entry, as JSON. */
    List<byte[]> entries() {
        return entries;
    }

    /** @throws IOException where the text is not one JSON object */
    static EntrySlices of(byte[] bundle) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        int from = -1;
        int to = -1;
        try (JsonParser parser = TOKENS.createParser(bundle)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isEntry = parser.currentName().equals("entry");
                JsonToken value = parser.nextToken();
                if (isEntry && value == JsonToken.START_ARRAY) {
                    from = end(parser);
                    collect(parser, bundle, entries);
                    to = start(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new EntrySlices(from < 0 ? bundle : without(bundle, from, to), entries);
    }

    /**
     * One member of an object, and the object with something else in its place.
     *
     * @param value the member's value, as JSON; empty where the object has no such member
     * @param rest the object without it
     */
    record Cut(byte[] value, byte[] rest) {}

    /** @throws IOException where the text is not one JSON object */
    static Cut cut(byte[] object, String member, byte[] inItsPlace) throws IOException {
        try (JsonParser parser = TOKENS.createParser(object)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isMember = parser.currentName().equals(member);
                parser.nextToken();
                int from = start(parser);
                parser.skipChildren();
                if (isMember) {
                    int to = end(parser);
                    ByteArrayOutputStream rest = new ByteArrayOutputStream(object.length);
                    rest.write(object, 0, from);
                    rest.writeBytes(inItsPlace);
                    rest.write(object, to, object.length - to);
                    return new Cut(Arrays.copyOfRange(object, from, to), rest.toByteArray());
                }
            }
        }
        return new Cut(new byte[0], object);
    }

    private static void collect(JsonParser parser, byte[] bundle, List<byte[]> entries) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IOException("the entries do not end");
            }
            int start = start(parser);
            parser.skipChildren();
            entries.add(Arrays.copyOfRange(bundle, start, end(parser)));
        }
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private static int end(JsonParser parser) {
        return (int) parser.currentLocation().getByteOffset();
    }

    private static byte[] without(byte[] bundle, int from, int to) {
        byte[] frame = Arrays.copyOf(bundle, from + bundle.length - to);
        System.arraycopy(bundle, to, frame, from, bundle.length - to);
        return frame;
    }
}
