package org.anamnesis.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A Bundle, or Parameters with Bundles in them, cut into the Bundles' entries without reading what they hold, so that one
 * broken or hostile resource costs itself and not the page.
 */
public final class EntrySlices {

    // What one resource holds must not end the reading of the others: only depth, which costs memory here too, is bounded.
    private static final JsonFactory TOKENS = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10_000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** Where the entries of a Bundle stand, in the Bundle itself and in the parameters of an operation. */
    private static final Set<String> ENTRIES = Set.of("/entry", "/parameter//resource/entry");

    private final byte[] frame;
    private final List<byte[]> entries;

    EntrySlices(byte[] frame, List<byte[]> entries) {
        this.frame = frame;
        this.entries = entries;
    }

    /** What was cut, without the entries. */
    public byte[] frame() {
        return frame.clone();
    }

    /** Each entry, written as it came. */
    public List<byte[]> entries() {
        return List.copyOf(entries);
    }

    /** @throws IOException where the text is not one JSON object */
    public static EntrySlices of(byte[] json) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        int kept = 0;
        try (JsonParser parser = TOKENS.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isOfEntries(parser) && parser.nextToken() == JsonToken.START_ARRAY) {
                    int from = end(parser);
                    collect(parser, json, entries);
                    frame.write(json, kept, from - kept);
                    kept = start(parser);
                }
            }
        }
        frame.write(json, kept, json.length - kept);
        return new EntrySlices(frame.toByteArray(), entries);
    }

    private static boolean isOfEntries(JsonParser parser) throws IOException {
        return parser.currentName().equals("entry") && ENTRIES.contains(path(parser.getParsingContext()));
    }

    /** The names that lead to a place; that of an array's element is empty. */
    private static String path(JsonStreamContext place) {
        Deque<String> names = new ArrayDeque<>();
        for (JsonStreamContext at = place; at != null && !at.inRoot(); at = at.getParent()) {
            names.addFirst(at.inObject() ? at.getCurrentName() : "");
        }
        return "/" + String.join("/", names);
    }

    private static void collect(JsonParser parser, byte[] json, List<byte[]> entries) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IOException("the entries do not end");
            }
            int start = start(parser);
            parser.skipChildren();
            entries.add(Arrays.copyOfRange(json, start, end(parser)));
        }
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private static int end(JsonParser parser) {
        return (int) parser.currentLocation().getByteOffset();
    }
}
