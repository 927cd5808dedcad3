package org.anamnesis.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What is right for one item. Figures are counted against it; no runner is ever given one. */
public final class Gold {

    /** Nothing is known to be right. */
    public static final Gold NONE = new Gold(JsonNodeFactory.instance.objectNode());

    private final ObjectNode fields;

    Gold(ObjectNode fields) {
        this.fields = fields;
    }

    public Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    public boolean isTrue(String field) {
        return fields.path(field).asBoolean(false);
    }

    /** The texts of a list. */
    public List<String> texts(String field) {
        return StreamSupport.stream(fields.path(field).spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** Any field, as JSON; missing where there is none. */
    public JsonNode field(String field) {
        return fields.path(field);
    }
}
