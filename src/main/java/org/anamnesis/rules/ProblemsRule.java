package org.anamnesis.rules;

import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.course.ProblemThread;
import org.anamnesis.course.ProblemThreads;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Every problem that is active now, with its onset; the visits that name it again add no line. */
final class ProblemsRule implements SectionRule {

    @Override
    public Stream<Statement> statements(Chart chart) {
        Stream<Statement> active = active(chart)
                .map(problem ->
                        Phrase.statement(Section.ACTIVE_PROBLEMS, Phrase.name(problem) + since(problem), problem));
        return Stream.concat(active, Phrase.noneRecorded(chart, Section.ACTIVE_PROBLEMS, "problems", "Condition"));
    }

    /** The entries that tell how the active problems stand, in the chart's order. */
    static Stream<Fact> active(Chart chart) {
        return ProblemThreads.of(chart).stream()
                .filter(ProblemThread::isCurrent)
                .map(ProblemThread::deciding);
    }

    private static String since(Fact problem) {
        return problem.attribute(Attribute.Role.ONSET)
                .map(onset ->
                        ", since " + onset.time().map(time -> time.dayText()).orElse(onset.text()))
                .or(() -> problem.time().map(time -> ", recorded " + time.dayText()))
                .orElse("");
    }
}
