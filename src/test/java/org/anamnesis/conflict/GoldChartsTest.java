package org.anamnesis.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.anamnesis.conflict.GoldCharts.Gold;
import org.anamnesis.conflict.GoldCharts.Planted;
import org.junit.jupiter.api.Test;

/**
 * How many of the contradictions planted in the gold charts are found, and how many of those found are planted. The floors are
 * what a clinician needs to read the list at all, not what is reached today.
 */
class GoldChartsTest {

    private static final double LEAST_RECALL = 0.8;
    private static final double LEAST_PRECISION = 0.7;

    @Test
    void findsThePlantedContradictionsAndFewOthers() throws IOException {
        assumeTrue(
                Files.isDirectory(GoldCharts.FOLDER), () -> "skipped: no " + GoldCharts.FOLDER + " beside the project");
        int planted = 0;
        int seen = 0;
        int found = 0;
        int right = 0;
        StringBuilder report = new StringBuilder();
        for (Gold gold : GoldCharts.all()) {
            Set<Planted> met = new HashSet<>();
            for (Conflict conflict : Conflicts.of(gold.chart())) {
                Optional<Planted> match = gold.match(conflict);
                match.ifPresent(met::add);
                found++;
                if (match.isPresent() || isAlsoPlanted(gold, conflict)) {
                    right++;
                } else {
                    report.append("\nnot planted: ").append(conflict.words());
                }
            }
            planted += gold.planted().size();
            seen += met.size();
            gold.planted().stream()
                    .filter(known -> !met.contains(known))
                    .forEach(known -> report.append("\nnot found: ").append(known.about()));
        }
        report.insert(0, "found %d of %d planted, %d of %d found are planted".formatted(seen, planted, right, found));
        assertThat(seen).as(report.toString()).isGreaterThanOrEqualTo((int) Math.ceil(LEAST_RECALL * planted));
        assertThat(right).as(report.toString()).isGreaterThanOrEqualTo((int) Math.ceil(LEAST_PRECISION * found));
    }

    /** A line carried forward or an order doubled, which the answer key lists apart from the contradictions. */
    private static boolean isAlsoPlanted(Gold gold, Conflict conflict) {
        Set<String> cited = new TreeSet<>(gold.resources(conflict.a()));
        cited.addAll(gold.resources(conflict.b()));
        return gold.alsoPlanted().stream().anyMatch(cited::containsAll);
    }
}
