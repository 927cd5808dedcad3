package org.anamnesis.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import org.anamnesis.guard.RefusedInput.Reason;

/** The guard in front of every parse of JSON: one pass over the tokens, nothing kept. */
public final class JsonGuard {

    // Far above our own limits, so that ours decide; a number that passes even this ends in a constraint exception.
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNumberLength(4_096)
            .maxNestingDepth(10_000)
            .maxNameLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build();

    // Names are not interned: a body full of invented ones would fill a table shared by all.
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(CONSTRAINTS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .build();

    private JsonGuard() {}

    /** Passes one JSON object, or refuses it. */
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
     * Passes one JSON object, or refuses it; the stream is read to its end and not closed.
     *
     * @throws RefusedInput if it breaks a rule
     * @throws IOException if the stream itself fails
     */
    public static void check(InputStream body, Limits limits) throws IOException {
        try (JsonParser parser = FACTORY.createParser(Body.text(body, limits))) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            scan(parser, new Names(limits.depth()), limits);
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedInput(Reason.ENCODING);
        } catch (StreamConstraintsException tooLong) {
            throw new RefusedInput(Reason.NUMBER_TOO_LONG);
        } catch (JsonProcessingException notJson) {
            throw new RefusedInput(Reason.MALFORMED);
        }
    }

    private static void scan(JsonParser parser, Names names, Limits limits) throws IOException {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.START_OBJECT) {
            throw new RefusedInput(Reason.MALFORMED);
        }
        int values = 0;
        for (; token != null; token = parser.nextToken()) {
            if ((token.isStructStart() || token.isScalarValue()) && ++values > limits.values()) {
                throw new RefusedInput(Reason.TOO_MANY);
            }
            switch (token) {
                case START_OBJECT, START_ARRAY -> names.open();
                case END_OBJECT, END_ARRAY -> {
                    names.close();
                    if (names.isOutside()) {
                        refuseMore(parser);
                    }
                }
                case FIELD_NAME -> names.add(parser.currentName());
                case VALUE_STRING ->
                    Characters.check(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    Numbers.check(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), limits);
                default -> {
                    // true, false and null carry nothing to check
                }
            }
        }
        if (!names.isOutside()) {
            throw new RefusedInput(Reason.MALFORMED);
        }
    }

    private static void refuseMore(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new RefusedInput(Reason.MALFORMED);
        }
    }
}
