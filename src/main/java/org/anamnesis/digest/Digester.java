package org.anamnesis.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * Chooses the facts that go to a model and writes their lines.
 *
 * <p>Order: the kinds as a clinician reads them; within a kind what is current first, then the newest. Of repeats of one
 * test only the newest few go in, enough for a trend.
 */
public final class Digester {

    /** About 24,000 tokens of English and codes. */
    public static final int DEFAULT_BUDGET_CHARACTERS = 80_000;

    private static final int REPEATS = 4;

    private Digester() {}

    /** The digest of a chart within a budget of characters. */
    public static Digest digest(Chart chart, int budgetCharacters) {
        List<String> lines = new ArrayList<>();
        List<CitationId> included = new ArrayList<>();
        Map<FactKind, Integer> repeats = new HashMap<>();
        Map<FactKind, Integer> beyond = new HashMap<>();
        List<String> coverage = coverage(chart.coverage());
        int left = budgetCharacters
                - coverage.stream().mapToInt(line -> line.length() + 1).sum();
        Map<String, Integer> seen = new HashMap<>();
        for (Fact fact : ordered(chart)) {
            int repeat = seen.merge(fact.kind() + fact.concept().text().toLowerCase(Locale.ROOT), 1, Integer::sum);
            String line = FactLine.of(fact);
            if (repeat > REPEATS) {
                repeats.merge(fact.kind(), 1, Integer::sum);
            } else if (line.length() + 1 > left) {
                beyond.merge(fact.kind(), 1, Integer::sum);
            } else {
                left -= line.length() + 1;
                lines.add(line);
                included.add(fact.id());
            }
        }
        lines.addAll(coverage);
        List<Digest.LeftOut> leftOut = new ArrayList<>();
        repeats.forEach((kind, count) -> leftOut.add(new Digest.LeftOut(kind.word(), count, "older repeats")));
        beyond.forEach((kind, count) -> leftOut.add(new Digest.LeftOut(kind.word(), count, "budget")));
        leftOut.sort(Comparator.comparing(Digest.LeftOut::kind).thenComparing(Digest.LeftOut::reason));
        return new Digest(lines, included, leftOut);
    }

    private static List<Fact> ordered(Chart chart) {
        Comparator<Fact> order = Comparator.comparing(Fact::kind)
                .thenComparing(fact -> !fact.standing().isCurrent())
                .thenComparing(
                        fact -> fact.time(),
                        Comparator.comparing(
                                time -> time.orElse(null), Comparator.nullsLast(Comparator.reverseOrder())))
                .thenComparing(Fact::id);
        return chart.facts().stream().sorted(order).toList();
    }

    private static List<String> coverage(Coverage coverage) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < coverage.entries().size(); i++) {
            lines.add(FactLine.of(coverage.entries().get(i), i + 1));
        }
        return lines;
    }
}
