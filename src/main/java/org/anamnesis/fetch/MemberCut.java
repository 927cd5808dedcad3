package org.anamnesis.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * One member of a JSON object, and the object with something else in its place.
 *
 * @param value the member's value, as JSON; empty where the object has no such member
 * @param rest the object without it
 */
record MemberCut(byte[] value, byte[] rest) {

    private static final JsonFactory TOKENS = new JsonFactory();

    /** @throws IOException where the text is not one JSON object */
    static MemberCut of(byte[] object, String member, byte[] inItsPlace) throws IOException {
        try (JsonParser parser = TOKENS.createParser(object)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isMember = parser.currentName().equals(member);
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (isMember) {
                    int to = (int) parser.currentLocation().getByteOffset();
                    ByteArrayOutputStream rest = new ByteArrayOutputStream(object.length);
                    rest.write(object, 0, from);
                    rest.writeBytes(inItsPlace);
                    rest.write(object, to, object.length - to);
                    return new MemberCut(Arrays.copyOfRange(object, from, to), rest.toByteArray());
                }
            }
        }
        return new MemberCut(new byte[0], object);
    }
}
