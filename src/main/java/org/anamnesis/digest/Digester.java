package org.anamnesis.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;

/**
 * Chooses the facts that go to a model and writes their lines, within a budget of tokens.
 *
 * <p>First what is never left out: who it is, allergies, current problems, current medicines. Then what changes rarely, then
 * what "now" is, and last what grows every day: results and notes. So the beginning stays the same, word for word, when new
 * results come in, and a model's provider need not read it again.
 */
public final class Digester {

    /** Of a whole chart. */
    public static final int DEFAULT_BUDGET_TOKENS = 6_000;

    /** Of the facts that answer one question. */
    public static final int FOCUSED_BUDGET_TOKENS = 2_000;

    /** What must stand there in any case may take this share in its wide form. */
    private static final double ALWAYS_SHARE = 0.5;

    /** And what comes first where something does, with its notes this share of what is left then. */
    private static final double FIRST_SHARE = 0.7;

    private static final double FIRST_NOTES_SHARE = 0.4;

    private Digester() {}

    /** The digest of a chart. */
    public static Digest digest(Chart chart, int budgetTokens) {
        List<String> coverage = coverage(chart.coverage());
        Page page = new Page(budgetTokens, tokens(coverage));
        Folded folded = Folded.of(chart);
        Moment moment = new Moment(folded);
        begin(folded, budgetTokens, page);
        fill(folded, moment, page, () -> page.note(moment.line()));
        page.leaveOut(FactKind.NOTE, NoteLines.writtenWithAi(chart), Digest.WRITTEN_WITH_AI);
        return page.finished(coverage);
    }

    /** The digest of a chart in which some facts and the sentences of some notes come before all others: those of a visit. */
    public static Digest digest(Chart chart, Set<CitationId> first, int budgetTokens) {
        if (first.isEmpty()) {
            return digest(chart, budgetTokens);
        }
        List<String> coverage = coverage(chart.coverage());
        Page page = new Page(budgetTokens, tokens(coverage));
        Folded folded = Folded.of(chart);
        Moment moment = new Moment(folded);
        begin(folded, budgetTokens, page);
        page.note(moment.line());
        List<CitationId> inOrder =
                chart.facts().stream().map(Fact::id).filter(first::contains).toList();
        page.fill(chosen(chart, inOrder, page.included(), moment), FIRST_SHARE);
        page.fill(NoteLines.sentences(part(chart, first::contains)), FIRST_NOTES_SHARE);
        Chart others = part(chart, id -> !first.contains(id) && !page.stoodFor().contains(id));
        fill(Folded.of(others), moment, page, () -> {});
        page.leaveOut(FactKind.NOTE, NoteLines.writtenWithAi(chart), Digest.WRITTEN_WITH_AI);
        return page.finished(coverage);
    }

    /** All sections behind what is never left out. */
    private static void fill(Folded folded, Moment moment, Page page, Runnable now) {
        OtherLines others = new OtherLines(folded, page.included());
        page.fill(others.single(FactKind.HISTORY, FactKind.SOCIAL, FactKind.DEVICE), 0.1);
        page.fill(others.problems(), 0.1);
        page.fill(others.repeated(FactKind.IMMUNIZATION), 0.05);
        page.fill(others.repeated(FactKind.PROCEDURE), 0.1);
        page.fill(others.medications(), 0.2);
        page.fill(others.stays(moment), 0.15);
        page.fill(others.single(FactKind.PLAN), 0.15);
        now.run();
        page.fill(NoteLines.titles(folded.chart()), 0.1);
        page.fill(ResultLines.of(folded, FactKind.RESULT, moment), 0.6);
        page.fill(ResultLines.of(folded, FactKind.VITAL, moment), 0.5);
        page.fill(NoteLines.sentences(folded.chart()), 1);
    }

    private static Chart part(Chart chart, Predicate<CitationId> holds) {
        List<Fact> facts =
                chart.facts().stream().filter(fact -> holds.test(fact.id())).toList();
        List<Note> notes =
                chart.notes().stream().filter(note -> holds.test(note.id())).toList();
        return new Chart(chart.patient(), facts, notes, chart.coverage(), chart.asOf());
    }

    /**
     * The digest of chosen facts and sentences, behind what is never left out.
     *
     * @param chosen the most relevant first
     */
    public static Digest digest(Chart chart, List<CitationId> chosen, int budgetTokens) {
        List<String> coverage = coverage(chart.coverage());
        Page page = new Page(budgetTokens, tokens(coverage));
        Folded folded = Folded.of(chart);
        Moment moment = new Moment(folded);
        begin(folded, budgetTokens, page);
        page.note(moment.line());
        page.fill(chosen(chart, chosen, page.included(), moment), 1);
        notRelevant(chart, chosen, page);
        return page.finished(coverage);
    }

    private static void begin(Folded folded, int budgetTokens, Page page) {
        OtherLines others = new OtherLines(folded, Set.of());
        page.always(others.single(FactKind.PATIENT));
        page.always(others.single(FactKind.DIRECTIVE));
        page.always(new Always(folded).within((int) (budgetTokens * ALWAYS_SHARE)));
    }

    /** Folded as in a whole digest, in the order of what was chosen. */
    private static List<Line> chosen(Chart chart, List<CitationId> chosen, Set<CitationId> told, Moment moment) {
        Set<CitationId> asked = new HashSet<>(chosen);
        asked.removeAll(told);
        List<Fact> facts =
                chart.facts().stream().filter(fact -> asked.contains(fact.id())).toList();
        Folded part = Folded.of(new Chart(chart.patient(), facts, new Coverage(List.of()), chart.asOf()));
        OtherLines others = new OtherLines(part, told);
        List<Line> lines = new ArrayList<>();
        lines.addAll(others.problems());
        lines.addAll(others.medications());
        lines.addAll(others.stays(moment));
        Stream.of(FactKind.PROCEDURE, FactKind.IMMUNIZATION)
                .map(others::repeated)
                .forEach(lines::addAll);
        lines.addAll(others.single(FactKind.HISTORY, FactKind.SOCIAL, FactKind.DEVICE, FactKind.PLAN, FactKind.NOTE));
        Stream.of(FactKind.RESULT, FactKind.VITAL)
                .map(kind -> ResultLines.of(part, kind, moment))
                .forEach(lines::addAll);
        chosen.stream()
                .filter(id -> id.sentence().isPresent())
                .flatMap(id -> chart.passage(id).stream())
                .map(NoteLines::line)
                .forEach(lines::add);
        Map<CitationId, Integer> places = new HashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            places.putIfAbsent(chosen.get(i), i);
        }
        return lines.stream()
                .sorted(Comparator.comparing(line -> line.ids().stream()
                        .mapToInt(id -> places.getOrDefault(id, chosen.size()))
                        .min()
                        .orElse(chosen.size())))
                .toList();
    }

    private static void notRelevant(Chart chart, List<CitationId> chosen, Page page) {
        Set<CitationId> asked = new HashSet<>(chosen);
        chosen.stream().map(CitationId::whole).forEach(asked::add);
        Map<FactKind, Integer> counts = new EnumMap<>(FactKind.class);
        chart.facts().stream()
                .filter(fact -> !asked.contains(fact.id()) && !page.stoodFor().contains(fact.id()))
                .forEach(fact -> counts.merge(fact.kind(), 1, Integer::sum));
        counts.forEach((kind, count) -> page.leaveOut(kind, count, Digest.NOT_RELEVANT));
    }

    private static List<String> coverage(Coverage coverage) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < coverage.entries().size(); i++) {
            lines.add(FactLine.of(coverage.entries().get(i), i + 1));
        }
        return lines;
    }

    private static int tokens(List<String> lines) {
        return lines.stream()
                .mapToInt(line -> Tokens.of(line) + Tokens.LINE_END)
                .sum();
    }
}
