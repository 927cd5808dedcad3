package org.anamnesis.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.SummaryKind;

/** The statements of one answer, each checked as soon as its line has ended. For one thread. */
public final class Writing {

    private final Assignment assignment;
    private final UnaryOperator<String> restored;
    private final Watcher watcher;
    private final Grounding grounding;
    private final Citations citations;
    private final List<CheckedStatement> checked = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    /** @param restored puts the chart's own words in the place of substitutes */
    Writing(Assignment assignment, UnaryOperator<String> restored, Watcher watcher) {
        this.assignment = assignment;
        this.restored = restored;
        this.watcher = watcher;
        this.grounding = new Grounding(assignment.chart());
        this.citations = new Citations(assignment.chart(), grounding);
    }

    /** From which chart it is written. */
    public Chart chart() {
        return assignment.chart();
    }

    /** What finds citations in a part of the chart: where the part is the whole, it is the one that has read it. */
    Citations citations(Chart part) {
        return part == assignment.chart() ? citations : new Citations(part, new Grounding(part));
    }

    /** Which kind of summary is written. */
    public SummaryKind kind() {
        return assignment.kind();
    }

    /** Takes one line; what is no statement, or stands under a heading that the kind does not have, is dropped. */
    void line(String line) {
        if (checked.size() < AnswerLines.MOST_STATEMENTS) {
            AnswerLines.statement(line)
                    .filter(statement -> assignment.kind().sections().contains(statement.section()))
                    .ifPresent(this::take);
        }
    }

    private void take(Statement written) {
        Statement statement = new Statement(written.section(), restored.apply(written.text()), written.citations());
        if (said.add(key(statement))) {
            CheckedStatement found = check(statement);
            checked.add(found);
            tell(found);
        }
    }

    /** A statement that cites nothing gets the citations that can be found for it; strictly checked it is all the same. */
    private CheckedStatement check(Statement statement) {
        return statement.citations().isEmpty()
                ? citations.found(statement).orElseGet(() -> grounding.check(statement))
                : grounding.check(statement);
    }

    /** Puts a statement that was written anew in the place of one that was not borne out; only where it is borne out itself. */
    void replace(int place, String words, List<String> cited) {
        CheckedStatement failed = checked.get(place);
        Statement again = new Statement(failed.section(), words, cited);
        CheckedStatement found = check(again);
        if (!failed.isSupported() && found.isSupported() && said.add(key(again))) {
            checked.set(place, found);
            tell(found);
        }
    }

    private void tell(CheckedStatement found) {
        if (found.isSupported()) {
            watcher.shown(this, found);
        }
    }

    private static String key(Statement statement) {
        return statement.section().code() + "\n" + statement.text();
    }

    List<CheckedStatement> checked() {
        return List.copyOf(checked);
    }

    boolean isAnyShown() {
        return checked.stream().anyMatch(CheckedStatement::isSupported);
    }

    /** The ids that a statement gives and this chart has. */
    static List<CitationId> ids(List<String> citations) {
        return citations.stream()
                .map(CitationId::parse)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
