package org.anamnesis.summary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.draft.Extent;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Section;
import org.anamnesis.rules.MustInclude;

/**
 * Statements cut to the wanted extent, after the check: the first of each section stay, since writers put the most important
 * first, and so does every one that tells what no summary may leave out. What is withheld stays listed.
 *
 * @param kept in their order
 * @param cut how many supported statements the length left out
 */
record Shortening(List<CheckedStatement> kept, int cut) {

    Shortening {
        kept = List.copyOf(kept);
    }

    static Shortening of(Assignment assignment, List<CheckedStatement> checked) {
        Extent extent = assignment.extent();
        Set<String> needed = MustInclude.cited(assignment.told(), assignment.kind());
        int most = extent.length().most();
        Map<Section, Integer> counts = new EnumMap<>(Section.class);
        checked.stream()
                .filter(statement -> statement.isSupported() && isNeeded(statement, needed))
                .forEach(statement -> counts.merge(statement.section(), 1, Integer::sum));
        List<CheckedStatement> kept = new ArrayList<>();
        int cut = 0;
        for (CheckedStatement statement : checked) {
            if (!extent.wants(statement.section())) {
                continue;
            }
            if (!statement.isSupported() || isNeeded(statement, needed)) {
                kept.add(statement);
            } else if (counts.merge(statement.section(), 1, Integer::sum) <= most) {
                kept.add(statement);
            } else {
                cut++;
            }
        }
        return new Shortening(kept, cut);
    }

    private static boolean isNeeded(CheckedStatement statement, Set<String> needed) {
        return statement.evidence().stream().anyMatch(id -> needed.contains(id.toString()));
    }
}
