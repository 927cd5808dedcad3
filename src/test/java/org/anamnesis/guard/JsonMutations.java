package org.anamnesis.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Mutants that are well-formed JSON, so that what stands behind the guard is reached; the same ones at every run. */
public final class JsonMutations {

    private static final long SEED = 20241120;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Values where none like them is expected. */
    private static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.textNode(""),
            NODES.textNode(" "),
            NODES.textNode("\u202e\u200b"),
            NODES.textNode("1e999"),
            NODES.textNode("#"),
            NODES.textNode("Patient/p1"),
            NODES.textNode("urn:uuid:"),
            NODES.textNode("https://elsewhere.example/fhir/Patient/p1/_history/"),
            NODES.textNode("0000"),
            NODES.textNode("9999-12-31T23:59:59.999999999+14:00"),
            NODES.textNode("active"),
            NODES.textNode("x".repeat(5_000)),
            NODES.numberNode(-1),
            NODES.numberNode(1e-40),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.booleanNode(true),
            NODES.objectNode(),
            NODES.arrayNode(),
            NODES.arrayNode().add(NODES.nullNode()).add(NODES.arrayNode()));

    private final Random random = new Random(SEED);
    private final List<JsonNode> seeds;
    private final List<String> names = new ArrayList<>();

    private JsonMutations(List<byte[]> seeds) {
        this.seeds = seeds.stream().map(JsonMutations::parse).toList();
        this.seeds.forEach(
                seed -> containers(seed).forEach(node -> node.fieldNames().forEachRemaining(names::add)));
    }

    /** Hands out so many mutants of the seeds. */
    public static void of(int count, List<byte[]> seeds, Consumer<byte[]> target) {
        JsonMutations mutations = new JsonMutations(seeds);
        for (int at = 0; at < count; at++) {
            target.accept(bytes(mutations.next()));
        }
    }

    private JsonNode next() {
        JsonNode mutant = any(seeds).deepCopy();
        for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
            List<JsonNode> containers = containers(mutant);
            switch (any(containers)) {
                case ObjectNode object -> mutate(object, containers);
                case ArrayNode array -> mutate(array, containers);
                default -> throw new IllegalStateException("a container is an object or an array");
            }
        }
        return mutant;
    }

    private void mutate(ObjectNode object, List<JsonNode> containers) {
        List<String> present = new ArrayList<>();
        object.fieldNames().forEachRemaining(present::add);
        String name = present.isEmpty() || random.nextInt(4) == 0 ? any(names) : any(present);
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, any(VALUES).deepCopy());
            case 2 -> object.set("_" + name, any(VALUES).deepCopy());
            case 3 -> object.set(name, any(containers).deepCopy());
            default ->
                object.set(
                        any(names),
                        object.has(name)
                                ? object.get(name).deepCopy()
                                : any(VALUES).deepCopy());
        }
    }

    private void mutate(ArrayNode array, List<JsonNode> containers) {
        if (!array.isEmpty() && random.nextBoolean()) {
            array.set(random.nextInt(array.size()), any(VALUES).deepCopy());
        } else {
            array.add(
                    random.nextBoolean()
                            ? any(VALUES).deepCopy()
                            : any(containers).deepCopy());
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<JsonNode> containers(JsonNode root) {
        List<JsonNode> all = new ArrayList<>();
        all.add(root);
        for (int at = 0; at < all.size(); at++) {
            all.get(at).forEach(child -> {
                if (child.isContainerNode()) {
                    all.add(child);
                }
            });
        }
        return all;
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
