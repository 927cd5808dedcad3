package org.anamnesis.sandbox.charts;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** Reads FHIR JSON from files without changing a digit of a decimal, and refuses what would harm the server that takes it. */
final class ChartJson {

    /** A decimal beyond 40 places either way is no measurement, and written out it fills the memory. */
    private static final int MOST_PLACES = 40;

    private static final int DEEPEST = 100;

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build()
            .readerFor(JsonNode.class);

    static {
        READER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(64)
                        .maxStringLength(64_000_000)
                        .build());
    }

    private ChartJson() {}

    static ObjectNode read(InputStream in) throws IOException {
        return checked(READER.readTree(in));
    }

    static ObjectNode read(String text) throws IOException {
        return checked(READER.readTree(text));
    }

    private static ObjectNode checked(JsonNode node) throws IOException {
        if (!(node instanceof ObjectNode resource)
                || resource.path("resourceType").asText().isEmpty()) {
            throw new IOException("not a FHIR resource");
        }
        refuseMonstrousDecimals(resource);
        return resource;
    }

    private static void refuseMonstrousDecimals(JsonNode node) throws IOException {
        if (node.isBigDecimal()) {
            var decimal = node.decimalValue();
            if (Math.abs((long) decimal.scale()) > MOST_PLACES) {
                throw new IOException("a decimal with an exponent beyond " + MOST_PLACES);
            }
        }
        for (JsonNode child : node) {
            refuseMonstrousDecimals(child);
        }
    }
}
