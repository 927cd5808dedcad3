package org.anamnesis.sandbox.charts;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/**
 * The charts of some directories.
 *
 * <p>They come out as collection Bundles of at most {@value #MOST_RESOURCES} resources, each with an id of its own and
 * with relative references, organizations and practitioners before patients. Nothing is held for longer than its Bundle.
 * What cannot be read is left out and said.
 */
public final class Charts {

    /** The most resources in one Bundle: a server writes a Bundle in one transaction and holds it in memory. */
    static final int MOST_RESOURCES = 500;

    private final Inventory inventory;
    private final FhirContext fhir = FhirContext.forR4Cached();
    private final List<String> remarks = new ArrayList<>();

    private Charts(Inventory inventory) {
        this.inventory = inventory;
        remarks.addAll(inventory.remarks());
    }

    /** Looks over all chart files below some directories. Fails only where a directory cannot be listed. */
    public static Charts in(List<Path> directories) throws IOException {
        List<ChartFile> files = new ArrayList<>();
        for (Path directory : directories) {
            files.addAll(ChartFile.below(directory));
        }
        return new Charts(Inventory.of(files));
    }

    /** What was left out or changed, as far as read. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Adds a sentence about a file. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Reads everything, Bundle by Bundle. */
    public void forEach(Consumer<ChartBundle> destination) {
        for (ChartFile file : inventory.files()) {
            var part = new Part(file, destination);
            try {
                if (file.hasLines()) {
                    readLines(file, part);
                } else {
                    readWhole(file, part);
                }
            } catch (IOException | RuntimeException e) {
                remarks.add(Remarks.broken(file.name(), e));
            }
            part.deliver();
        }
    }

    private void readLines(ChartFile file, Part part) throws IOException {
        long[] number = {0};
        try (Stream<String> lines = file.lines()) {
            lines.forEach(line -> {
                number[0]++;
                try {
                    part.add(ChartJson.read(line));
                } catch (IOException | RuntimeException e) {
                    remarks.add(Remarks.brokenLine(file.name(), number[0], e));
                }
            });
        }
    }

    private void readWhole(ChartFile file, Part part) throws IOException {
        ObjectNode whole = file.read();
        if (!whole.path("resourceType").asText().equals("Bundle")) {
            part.add(whole);
            return;
        }
        Optional<String> prefix = inventory.prefix(file);
        var addresses = new Addresses(inventory.byIdentifier());
        List<ObjectNode> resources = new ArrayList<>();
        for (JsonNode entry : whole.path("entry")) {
            if (entry.path("resource") instanceof ObjectNode resource) {
                String was = resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText();
                String now = giveId(resource, entry.path("fullUrl").asText(), prefix);
                addresses.add(was, now);
                addresses.add(entry.path("fullUrl").asText(), now);
                resources.add(resource);
            }
        }
        for (ObjectNode resource : resources) {
            addresses.settle(resource);
            part.add(resource);
        }
    }

    /** Gives a resource the id it will be stored under and returns its relative reference. */
    private static String giveId(ObjectNode resource, String fullUrl, Optional<String> prefix) {
        String id = resource.path("id").asText();
        if (id.isEmpty()) {
            id = fullUrl.startsWith("urn:uuid:")
                    ? fullUrl.substring("urn:uuid:".length())
                    : UUID.nameUUIDFromBytes((fullUrl + resource).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .toString();
        }
        String whole = prefix.orElse("") + id;
        // FHIR ids have at most 64 characters; the end tells resources apart, so the prefix gives way.
        String kept = whole.length() <= 64 ? whole : whole.substring(whole.length() - 64);
        resource.put("id", kept);
        return resource.path("resourceType").asText() + "/" + kept;
    }

    /** Collects resources of one file and delivers them as Bundles. */
    private final class Part {

        private final ChartFile file;
        private final Consumer<ChartBundle> destination;
        private Bundle bundle = new Bundle().setType(BundleType.COLLECTION);

        Part(ChartFile file, Consumer<ChartBundle> destination) {
            this.file = file;
            this.destination = destination;
        }

        void add(ObjectNode json) {
            Resource resource;
            try {
                resource = (Resource) fhir.newJsonParser().parseResource(json.toString());
            } catch (RuntimeException e) {
                remarks.add(Remarks.broken(
                        file.name() + ", " + json.path("resourceType").asText() + " "
                                + json.path("id").asText(),
                        e));
                return;
            }
            bundle.addEntry().setResource(resource);
            if (bundle.getEntry().size() == MOST_RESOURCES) {
                deliver();
            }
        }

        void deliver() {
            if (!bundle.getEntry().isEmpty()) {
                destination.accept(new ChartBundle(file.name(), bundle));
                bundle = new Bundle().setType(BundleType.COLLECTION);
            }
        }
    }
}
