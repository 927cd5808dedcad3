package org.anamnesis.sandbox.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a first look over all files tells: their order, which of them use the same id for different resources, and under
 * which identifiers organizations, practitioners and places can be found.
 */
final class Inventory {

    /** Resources that charts share; files that hold nothing else come first. */
    private static final Set<String> SHARED = Set.of(
            "Organization",
            "Location",
            "HealthcareService",
            "Endpoint",
            "Practitioner",
            "PractitionerRole",
            "Medication",
            "Substance");

    private record Seen(ChartFile file, int content) {}

    private record Ranked(ChartFile file, int rank) {}

    private final List<Ranked> ranked = new ArrayList<>();
    private final Map<String, List<Seen>> collected = new HashMap<>();
    private final Map<String, String> byIdentifier = new HashMap<>();
    private final Map<ChartFile, String> prefixes = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();

    static Inventory of(List<ChartFile> files) {
        var inventory = new Inventory();
        for (ChartFile file : files) {
            try {
                inventory.look(file);
            } catch (IOException | RuntimeException e) {
                inventory.remarks.add(Remarks.broken(file.name(), e));
            }
        }
        inventory.choosePrefixes();
        return inventory;
    }

    /** The readable files, shared resources first. */
    List<ChartFile> files() {
        return ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::file)
                .toList();
    }

    /** What goes in front of the ids of a file, where they would collide with another file's. */
    Optional<String> prefix(ChartFile file) {
        return Optional.ofNullable(prefixes.get(file));
    }

    /** Relative references by {@code Type?identifier=system|value}. */
    Map<String, String> byIdentifier() {
        return byIdentifier;
    }

    /** Files left out and ids changed. */
    List<String> remarks() {
        return remarks;
    }

    private void look(ChartFile file) throws IOException {
        if (file.hasLines()) {
            ranked.add(new Ranked(file, rank(file.first())));
            return;
        }
        ObjectNode whole = file.read();
        if (!whole.path("resourceType").asText().equals("Bundle")) {
            identify(whole);
            ranked.add(new Ranked(file, rank(whole)));
            return;
        }
        int rank = 0;
        boolean ownIds = !whole.path("type").asText().matches("transaction|batch");
        for (JsonNode entry : whole.path("entry")) {
            JsonNode resource = entry.path("resource");
            rank = Math.max(rank, rank(resource));
            identify(resource);
            if (ownIds && resource.hasNonNull("id")) {
                collected
                        .computeIfAbsent(reference(resource), key -> new ArrayList<>())
                        .add(new Seen(file, resource.hashCode()));
            }
        }
        ranked.add(new Ranked(file, rank));
    }

    private static int rank(JsonNode resource) {
        String type = resource.path("resourceType").asText();
        return SHARED.contains(type) ? 0 : type.equals("Patient") ? 1 : 2;
    }

    private void identify(JsonNode resource) {
        if (rank(resource) > 0 || !resource.hasNonNull("id")) {
            return;
        }
        for (JsonNode identifier : resource.path("identifier")) {
            String search = resource.path("resourceType").asText() + "?identifier="
                    + identifier.path("system").asText() + "|"
                    + identifier.path("value").asText();
            byIdentifier.putIfAbsent(search, reference(resource));
        }
    }

    private void choosePrefixes() {
        Set<ChartFile> colliding = new HashSet<>();
        for (List<Seen> places : collected.values()) {
            if (places.stream().map(Seen::content).distinct().count() > 1) {
                places.forEach(place -> colliding.add(place.file()));
            }
        }
        Set<String> taken = new HashSet<>();
        colliding.stream().sorted(Comparator.comparing(ChartFile::name)).forEach(file -> {
            boolean ownFolder = colliding.stream()
                            .filter(f -> f.folder().equals(file.folder()))
                            .count()
                    == 1;
            String prefix = idPart(ownFolder ? file.folder() : file.stem());
            if (!taken.add(prefix)) {
                prefix = prefix + "-"
                        + idPart(UUID.nameUUIDFromBytes(file.name().getBytes())
                                .toString()
                                .substring(0, 4));
            }
            prefixes.put(file, prefix + "-");
            remarks.add(Remarks.prefixed(file.name(), prefix + "-"));
        });
    }

    private static String idPart(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9.-]", "-");
        return clean.length() <= 24 ? clean : clean.substring(0, 24);
    }

    private static String reference(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }
}
