package org.anamnesis.digest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;

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

    /** Facts that are older than what is looked back at. */
    public static final String LOOK_BACK = "look back";

    public Digest {
        lines = List.copyOf(lines);
        included = List.copyOf(included);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * The same, with a line at its end that tells that older facts are in the chart and not here: else who reads it would take
     * what is not here for what is not there.
     *
     * @param from the first day that is looked at
     * @param older how many older facts of each kind are not here
     */
    public Digest lookingBack(ClinicalTime from, Map<FactKind, Integer> older) {
        String counts = older.entrySet().stream()
                .map(kind -> kind.getKey().word() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
        String line = "Look back: of these kinds the chart has older entries, from before " + from.iso()
                + ", that are not given here: " + counts
                + ". Say nothing of them, and do not say that there are none.";
        List<String> all = Stream.concat(lines.stream(), Stream.of(line)).toList();
        List<LeftOut> missing = Stream.concat(
                        leftOut.stream(),
                        older.entrySet().stream()
                                .map(kind -> new LeftOut(kind.getKey().word(), kind.getValue(), LOOK_BACK)))
                .toList();
        return new Digest(all, included, missing, tokens + Tokens.of(line) + Tokens.LINE_END, beyondBudget);
    }

    /**
     * Facts that are in the chart and not told in the digest.
     *
     * @param kind the kind's word
     * @param count how many
     * @param reason {@value #OLDER_REPEATS}, {@value #BUDGET}, {@value #NOT_RELEVANT}, {@value #WRITTEN_WITH_AI} or
     *     {@value #LOOK_BACK}
     */
    public record LeftOut(String kind, int count, String reason) {}
}
