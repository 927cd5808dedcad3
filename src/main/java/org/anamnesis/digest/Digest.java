package org.anamnesis.digest;

import java.util.List;
import org.anamnesis.chart.CitationId;

/**
 * A chart, or as much of it as fits, as lines for a model.
 *
 * @param lines the facts' lines and then the coverage's
 * @param included the ids that stand in the lines
 * @param leftOut what does not, by kind
 */
public record Digest(List<String> lines, List<CitationId> included, List<LeftOut> leftOut) {

    public Digest {
        lines = List.copyOf(lines);
        included = List.copyOf(included);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Facts that are in the chart and not in the digest.
     *
     * @param kind the kind's word
     * @param count how many
     * @param reason {@code older repeats} or {@code budget}
     */
    public record LeftOut(String kind, int count, String reason) {}
}
