package org.anamnesis.rules;

import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.ProblemThread;
import org.anamnesis.course.ProblemThreads;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Problems, allergies and directives that are new or over since a time, and the notes written since. */
final class ChangesRule implements SectionRule {

    private final Window window;

    ChangesRule(Window window) {
        this.window = window;
    }

    @Override
    public Stream<Statement> statements(Chart chart) {
        Stream<Statement> problems = ProblemThreads.of(chart).stream()
                .filter(this::isNew)
                .map(ProblemThread::deciding)
                .map(problem -> statement(ProblemsRule.text(problem), problem));
        Stream<Statement> others = Stream.of(FactKind.ALLERGY, FactKind.DIRECTIVE, FactKind.NOTE)
                .flatMap(chart::facts)
                .filter(window::contains)
                .filter(fact -> fact.standing() != Standing.NEGATED)
                .map(fact -> statement(
                        (fact.kind() == FactKind.ALLERGY ? "Allergy: " : "") + Phrase.name(fact) + Phrase.on(fact),
                        fact));
        return Stream.concat(problems, others);
    }

    /** Of a problem, when it began or was first written down, or when it ended. */
    private boolean isNew(ProblemThread thread) {
        boolean before = thread.facts().stream()
                .anyMatch(fact -> fact.time()
                        .filter(time ->
                                window.from().filter(time::isWhollyBefore).isPresent())
                        .isPresent());
        boolean ended = thread.deciding()
                .attribute(Attribute.Role.ENDED)
                .flatMap(Attribute::time)
                .filter(window::contains)
                .isPresent();
        return ended
                || (!before
                        && thread.facts().stream()
                                .map(Fact::time)
                                .anyMatch(time -> time.filter(this::contains).isPresent()));
    }

    private boolean contains(ClinicalTime time) {
        return window.contains(time);
    }

    private static Statement statement(String text, Fact fact) {
        return Phrase.statement(Section.CHANGES, text, fact);
    }
}
