package org.anamnesis.rules;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.ProblemThread;
import org.anamnesis.course.ProblemThreads;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/**
 * Every problem that is active now, with its side, its onset, and that it is in doubt where it is; the visits that name it
 * again add no line.
 */
final class ProblemsRule implements SectionRule {

    private static final Set<String> DOUBTS = Set.of("provisional", "differential", "unconfirmed");

    @Override
    public Stream<Statement> statements(Chart chart) {
        Stream<Statement> active =
                active(chart).map(problem -> Phrase.statement(Section.ACTIVE_PROBLEMS, text(problem), problem));
        return Stream.concat(active, none(chart));
    }

    /** That none is recorded. */
    static Stream<Statement> none(Chart chart) {
        return Phrase.noneRecorded(chart, Section.ACTIVE_PROBLEMS, "problems", "Condition");
    }

    /** The entries that tell how the active problems stand: diseases first, then the patient's situation. */
    static Stream<Fact> active(Chart chart) {
        return ProblemThreads.of(chart).stream()
                .filter(ProblemThread::isCurrent)
                .map(ProblemThread::deciding)
                .sorted(Comparator.comparing(Phrase::isSituation));
    }

    /** Name, side, doubt and since when; of what is over that and when it ended. */
    static String text(Fact problem) {
        return text(problem, "");
    }

    /** @param behind what stands behind the name */
    static String text(Fact problem, String behind) {
        String name = Phrase.name(problem);
        String doubt = doubt(problem).map(word -> ", " + word).orElse("");
        boolean simply = problem.standing() == Standing.ACTIVE || problem.standing() == Standing.UNSTATED;
        String standing = simply ? "" : ", " + problem.standing().word();
        return name
                + behind
                + Phrase.site(problem)
                + doubt
                + standing
                + (problem.standing().isCurrent() ? since(problem) : ended(problem));
    }

    /** The word for a diagnosis that is not sure. */
    static Optional<String> doubt(Fact problem) {
        return problem.attributes(Attribute.Role.COMMENT)
                .map(Attribute::text)
                .filter(DOUBTS::contains)
                .findFirst();
    }

    /** Of what was refuted no date tells anything: it never was. */
    private static String ended(Fact problem) {
        if (problem.standing() == Standing.NEGATED) {
            return "";
        }
        return problem.attribute(Attribute.Role.ENDED)
                .flatMap(Attribute::time)
                .map(end -> " " + end.dayText())
                .orElseGet(() -> since(problem));
    }

    private static String since(Fact problem) {
        return problem.attribute(Attribute.Role.ONSET)
                .map(onset ->
                        ", since " + onset.time().map(time -> time.dayText()).orElse(onset.text()))
                .or(() -> problem.time().map(time -> ", recorded " + time.dayText()))
                .orElse("");
    }
}
