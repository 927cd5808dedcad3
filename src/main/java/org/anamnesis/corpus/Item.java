package org.anamnesis.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One item of a set as the product may see it; made by the reader alone, of the fields that may be seen. */
public final class Item {

    private final String id;
    private final ObjectNode input;

    Item(String id, ObjectNode input) {
        this.id = id;
        this.input = input;
    }

    public String id() {
        return id;
    }

    /** The names of what it has. */
    public List<String> fields() {
        return List.copyOf(input.propertyStream().map(field -> field.getKey()).toList());
    }

    /** A text, where there is one. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(input.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** A text that the set's lines always have. */
    public String required(String field) {
        return text(field).filter(text -> !text.isBlank()).orElseThrow(() -> new MissingField(field));
    }

    /** Items inside this one, e.g. the questions on a chart. */
    public List<Item> parts(String field) {
        JsonNode parts = input.get(field);
        return parts == null
                ? List.of()
                : StreamSupport.stream(parts.spliterator(), false)
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                        .map(part -> new Item(part.path("id").asText(), part))
                        .toList();
    }

    /** All of it as JSON, for the test that nothing else is in it. */
    @Override
    public String toString() {
        return input.toString();
    }
}
