package org.anamnesis.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.grounding.PlainWords;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.SummaryKind;

/** Composes the whole summary of a chart by rules. */
public final class RuleComposer {

    /** What is told of one problem or question. */
    private static final int MOST_CONCERNING = 25;

    private static final List<SectionRule> BRIEF = List.of(
            new OneLinerRule(),
            new ProblemsRule(),
            new AllergiesRule(),
            new DirectivesRule(),
            new MedicationsRule(),
            new ResultsRule(),
            new EncountersRule(),
            new PlanRule());

    private static final List<SectionRule> PLAIN = List.of(
            new PlainProblemsRule(),
            AllergiesRule.plain(),
            new MedicationsRule(PlainWords::dosage),
            new EncountersRule(),
            new PlanRule());

    private RuleComposer() {}

    /** The brief summary. */
    public static List<Statement> compose(Chart chart) {
        return compose(chart, SummaryKind.BRIEF, List.of());
    }

    /**
     * The statements of all sections of a kind; each cites the facts it was made from.
     *
     * @param concerning what bears on the problem or question, the most relevant first; for a problem summary
     */
    public static List<Statement> compose(Chart chart, SummaryKind kind, List<CitationId> concerning) {
        Stream<Statement> statements = switch (kind) {
            case PATIENT -> PLAIN.stream().flatMap(rule -> rule.statements(chart));
            case BRIEF -> BRIEF.stream().flatMap(rule -> rule.statements(chart));
            case HOSPITAL_COURSE -> ofStay(chart, Window.ofLastStay(chart));
            case HANDOFF ->
                Stream.concat(
                        BRIEF.stream().flatMap(rule -> rule.statements(chart)),
                        new StayRule(Window.ofLastStay(chart)).statements(chart));
            case SINCE_LAST_VISIT -> since(chart, Window.sinceLastVisit(chart));
            case PROBLEM ->
                Stream.concat(
                        BRIEF.stream().flatMap(rule -> rule.statements(chart)),
                        concerning.stream()
                                .limit(MOST_CONCERNING)
                                .map(chart::fact)
                                .flatMap(Optional::stream)
                                .map(FactSentences::of)
                                .map(RuleComposer::concerning));
        };
        return statements
                .filter(statement -> kind.sections().contains(statement.section()))
                .toList();
    }

    private static Stream<Statement> ofStay(Chart chart, Window stay) {
        Chart within = stay.of(chart);
        return Stream.concat(
                BRIEF.stream().flatMap(rule -> rule.statements(within)),
                Stream.of(new StayRule(stay), new MedicationChangesRule(stay)).flatMap(rule -> rule.statements(chart)));
    }

    private static Stream<Statement> since(Chart chart, Window since) {
        Chart within = since.of(chart);
        return Stream.concat(
                BRIEF.stream().flatMap(rule -> rule.statements(within)),
                Stream.of(new ChangesRule(since), new MedicationChangesRule(since))
                        .flatMap(rule -> rule.statements(chart)));
    }

    private static Statement concerning(Statement statement) {
        return new Statement(Section.CONCERNING, statement.text(), statement.citations());
    }
}
