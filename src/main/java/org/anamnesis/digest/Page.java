package org.anamnesis.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.FactKind;

/** A digest being written: its lines so far, the tokens left, and what found no room. */
final class Page {

    private final int budget;
    private final List<String> lines = new ArrayList<>();
    private final Set<CitationId> included = new LinkedHashSet<>();
    private final Set<CitationId> stoodFor = new LinkedHashSet<>();
    private final Map<LeftOutOf, Integer> leftOut = new LinkedHashMap<>();
    private int left;

    private record LeftOutOf(FactKind kind, String reason) {}

    /** @param reserved tokens that are kept for what is written at last */
    Page(int budget, int reserved) {
        this.budget = budget;
        this.left = budget - reserved;
    }

    int left() {
        return Math.max(0, left);
    }

    Set<CitationId> included() {
        return included;
    }

    /** What is included, and what an included line stands for. */
    Set<CitationId> stoodFor() {
        return stoodFor;
    }

    /** Writes a line that is no fact. */
    void note(String text) {
        lines.add(text);
        left -= Tokens.of(text) + Tokens.LINE_END;
    }

    /** Writes lines whether there is room or not. */
    void always(List<Line> these) {
        these.forEach(this::write);
    }

    /**
     * Writes lines as far as there is room.
     *
     * @param share of what is left, so that one long section does not take the room of all that come after it
     */
    void fill(List<Line> these, double share) {
        int room = (int) (left() * share);
        for (Line line : these) {
            int tokens = line.tokens();
            if (tokens <= room) {
                room -= tokens;
                write(line);
            } else {
                leaveOut(line.kind(), line.facts(), Digest.BUDGET);
            }
        }
    }

    void leaveOut(FactKind kind, int count, String reason) {
        if (count > 0) {
            leftOut.merge(new LeftOutOf(kind, reason), count, Integer::sum);
        }
    }

    /** @param last lines that were reserved for, e.g. the coverage's */
    Digest finished(List<String> last) {
        List<String> all = new ArrayList<>();
        boolean beyond = left < 0;
        if (beyond) {
            all.add("ATTENTION: the allergies, current problems and current medications alone need more than the room"
                    + " of "
                    + budget + " tokens; they are complete, and nearly everything else is missing.");
        }
        all.addAll(lines);
        all.addAll(last);
        int tokens =
                all.stream().mapToInt(line -> Tokens.of(line) + Tokens.LINE_END).sum();
        List<Digest.LeftOut> missing = leftOut.entrySet().stream()
                .map(entry -> new Digest.LeftOut(
                        entry.getKey().kind().word(),
                        entry.getValue(),
                        entry.getKey().reason()))
                .sorted(Comparator.comparing(Digest.LeftOut::kind).thenComparing(Digest.LeftOut::reason))
                .toList();
        return new Digest(all, List.copyOf(included), missing, tokens, beyond);
    }

    private void write(Line line) {
        lines.add(line.text());
        included.addAll(line.ids());
        left -= line.tokens();
        stoodFor.addAll(line.ids());
        stoodFor.addAll(line.folded());
        leaveOut(line.kind(), line.folded().size(), Digest.OLDER_REPEATS);
    }
}
