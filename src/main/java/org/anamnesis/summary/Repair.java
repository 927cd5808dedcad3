package org.anamnesis.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Note;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Statement;
import org.anamnesis.prompt.Prompt;
import org.anamnesis.prompt.PromptFile;

/**
 * The statements that the chart does not bear out, as a second question to the model that wrote them: each with the reason,
 * and with the facts that it cites or that say something near to it.
 *
 * <p>All of it is made from the chart that the model may see: a reason that rests on a fact it may not see would tell it.
 */
final class Repair {

    /** More wrong statements than these are no slip, and go no second time. */
    private static final int MOST = 20;

    private static final int MOST_FACTS_EACH = 6;
    private static final int LONGEST_STATEMENT = 400;

    private final List<Integer> places = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<CitationId> told = new ArrayList<>();
    private final Set<Integer> done = new HashSet<>();

    private Repair() {}

    /**
     * What is to be asked; empty where nothing is.
     *
     * @param checked the answer's statements with their verdicts over the whole chart
     * @param permitted what of the chart the model may see
     * @param seen finds what a statement stands on in that part of the chart
     */
    static Optional<Repair> of(List<CheckedStatement> checked, Chart permitted, Citations seen) {
        Repair repair = new Repair();
        Set<CitationId> facts = new LinkedHashSet<>();
        for (int place = 0; place < checked.size() && repair.places.size() < MOST; place++) {
            CheckedStatement failed = checked.get(place);
            if (failed.isSupported() || failed.text().length() > LONGEST_STATEMENT) {
                continue;
            }
            List<String> cited =
                    failed.evidence().stream().map(CitationId::toString).toList();
            CheckedStatement asSeen = seen.grounding().check(new Statement(failed.section(), failed.text(), cited));
            if (!asSeen.isSupported()) {
                facts.addAll(asSeen.evidence());
                seen.verification().check(failed.text()).evidence().stream()
                        .limit(MOST_FACTS_EACH)
                        .forEach(facts::add);
                repair.add(place, asSeen);
            }
        }
        if (repair.places.isEmpty()) {
            return Optional.empty();
        }
        Digest digest = facts(permitted, facts);
        repair.lines.addAll(digest.lines());
        repair.told.addAll(digest.included());
        return Optional.of(repair);
    }

    private void add(int place, CheckedStatement failed) {
        places.add(place);
        String cited = failed.evidence().isEmpty()
                ? "nothing that is in these lines"
                : failed.evidence().stream().map(CitationId::toString).collect(Collectors.joining(", "));
        lines.add("#" + places.size() + " | statement | " + failed.section().code() + " | " + failed.text()
                + " | cited: " + cited + " | fails: " + failed.verdict().reason());
    }

    /** The facts as the first question wrote them: with what is recorded of the same beside them. */
    static Digest facts(Chart chart, Set<CitationId> ids) {
        Set<CitationId> whole = ids.stream().map(CitationId::whole).collect(Collectors.toSet());
        List<Fact> facts =
                chart.facts().stream().filter(fact -> whole.contains(fact.id())).toList();
        List<Note> notes =
                chart.notes().stream().filter(note -> whole.contains(note.id())).toList();
        Chart part = new Chart(chart.patient(), facts, notes, chart.coverage(), chart.asOf());
        return Digester.digest(part, List.copyOf(ids), Digester.FOCUSED_BUDGET_TOKENS);
    }

    /** The facts and sentences among its lines. */
    List<CitationId> told() {
        return List.copyOf(told);
    }

    int statements() {
        return places.size();
    }

    Prompt prompt(PromptFile file) {
        return file.over(lines);
    }

    /** Puts what a line wrote anew, and is borne out, in the place of what was not. The first word on a statement counts. */
    void line(String line, Writing writing, java.util.function.UnaryOperator<String> restored) {
        for (AnswerLines.Again again : AnswerLines.again(line)) {
            if (again.number() >= 1 && again.number() <= places.size() && done.add(again.number())) {
                writing.replace(places.get(again.number() - 1), restored.apply(again.text()), again.citations());
            }
        }
    }
}
