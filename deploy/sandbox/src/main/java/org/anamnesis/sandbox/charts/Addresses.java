package org.anamnesis.sandbox.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the resources of one Bundle can be found: every way they may be named ({@code urn:uuid:...}, an absolute URL,
 * {@code Type/id}) against the one relative reference they get.
 */
final class Addresses {

    private final Map<String, String> relative = new HashMap<>();
    private final Map<String, String> byIdentifier;

    /** @param byIdentifier relative references of shared resources by {@code Type?identifier=system|value} */
    Addresses(Map<String, String> byIdentifier) {
        this.byIdentifier = byIdentifier;
    }

    void add(String name, String reference) {
        if (!name.isEmpty()) {
            relative.put(name, reference);
        }
    }

    /** Makes every reference inside a resource a relative one where its target is known; leaves all others as they are. */
    void settle(JsonNode node) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.get("reference");
            if (reference != null && reference.isTextual()) {
                target(reference.asText()).ifPresent(known -> object.put("reference", known));
            }
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(this::settle);
        }
    }

    private Optional<String> target(String reference) {
        String known = relative.get(reference);
        if (known == null) {
            known = byIdentifier.get(reference);
        }
        int version = reference.indexOf("/_history/");
        if (known == null && version > 0) {
            known = relative.get(reference.substring(0, version));
        }
        return Optional.ofNullable(known);
    }
}
