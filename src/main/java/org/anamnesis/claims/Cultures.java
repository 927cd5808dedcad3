package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What grew where: each organism in each specimen that it is said of. */
final class Cultures {

    private static final Set<String> SPECIMENS = List.of(
                    "blood",
                    "urine",
                    "sputum",
                    "stool",
                    "wound",
                    "tissue",
                    "fluid",
                    "cerebrospinal",
                    "swab",
                    "bronchoalveolar",
                    "bal",
                    "abscess",
                    "peritoneal",
                    "pleural",
                    "throat",
                    "catheter",
                    "tip",
                    "bile",
                    "skin",
                    "joint",
                    "bone",
                    "nasal",
                    "vaginal",
                    "eye",
                    "ear",
                    "respiratory",
                    "bronchial",
                    "tracheal",
                    "aspirate",
                    "spinal",
                    "dialysis",
                    "rectal")
            .stream()
            .map(Stem::of)
            .collect(Collectors.toSet());
    private static final Set<String> GENERIC =
            List.of("culture", "growth", "colony", "positive", "specimen", "sample", "bottle", "set").stream()
                    .map(Stem::of)
                    .collect(Collectors.toSet());

    private Cultures() {}

    /** What speaks against it. */
    static Optional<Said> check(ChartView chart, List<Claim> claims) {
        List<String> specimens = new ArrayList<>();
        List<Claim> organisms = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.kind() != Claim.Kind.WORDS) {
                continue;
            }
            List<String> places =
                    claim.stems().stream().filter(SPECIMENS::contains).toList();
            boolean isPlace =
                    claim.stems().stream().allMatch(stem -> SPECIMENS.contains(stem) || GENERIC.contains(stem));
            if (!claim.says(Cue.NEGATIVE) || claim.says(Cue.GREW)) {
                specimens.addAll(places);
            }
            if (!isPlace && claim.says(Cue.GREW)) {
                organisms.add(claim);
            }
        }
        for (Claim organism : organisms) {
            for (String specimen : specimens) {
                Set<String> both = new LinkedHashSet<>(organism.stems());
                both.removeAll(GENERIC);
                both.add(specimen);
                if (!organism.negated() && chart.saying(both).isEmpty()) {
                    List<FactView> elsewhere = chart.saying(organism.stems());
                    return Optional.of(
                            elsewhere.isEmpty()
                                    ? Said.notFound(
                                            "culture", "no culture grew “" + organism.written() + "”", List.of())
                                    : Said.contradicted(
                                            "culture", "“" + organism.written() + "” grew elsewhere", elsewhere));
                }
            }
        }
        return Optional.empty();
    }
}
