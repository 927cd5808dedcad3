package org.anamnesis.digest;

import java.util.List;
import org.anamnesis.chart.CitationId;

/**
 * A chart, or as much of it as fits, as lines for a model.
 *
 * @param lines the facts' lines and then the coverage's
 * @param included the ids that stand in the lines: of facts, and of the sentences of notes
 * @param leftOut what does not, by kind
 * @param tokens how many tokens the lines cost, rather too many than too few
 * @param beyondBudget whether what must never be left out needed more than the budget; the first line says so too
 */
public record Digest(
        List<String> lines, List<CitationId> included, List<LeftOut> leftOut, int tokens, boolean beyondBudget) {

    /** Facts that a line stands for without telling them: it tells a newer one of the same. */
    public static final String OLDER_REPEATS = "older repeats";

    /** Facts for which there was no room. */
    public static final String BUDGET = "budget";

    /** Facts that the question is not about. */
    public static final String NOT_RELEVANT = "not relevant";

    /** Notes that were written with AI: what a model wrote before is no evidence for what it writes now. */
    public static final String WRITTEN_WITH_AI = "written with AI";

    public Digest {
        lines = List.copyOf(lines);
        included = List.copyOf(included);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Facts that are in the chart and not told in the digest.
     *
     * @param kind the kind's word
     * @param count how many
     * @param reason {@value #OLDER_REPEATS}, {@value #BUDGET}, {@value #NOT_RELEVANT} or {@value #WRITTEN_WITH_AI}
     */
    public record LeftOut(String kind, int count, String reason) {}
}
