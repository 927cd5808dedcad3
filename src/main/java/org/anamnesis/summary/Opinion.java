package org.anamnesis.summary;

import java.util.List;
import java.util.Set;
import org.anamnesis.chart.CitationId;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.grounding.CheckedStatement;

/**
 * A second opinion by a model on statements that the check has passed.
 *
 * @param asked how many it was asked about; more than it can be, and what stands on facts that it may not see, are not
 * @param doubted those that it does not find borne out; empty where it gave no answer
 * @param tried every model's turn
 * @param told what of the chart the model was told
 */
public record Opinion(int asked, Set<Passed> doubted, List<ModelTry> tried, List<CitationId> told) {

    /** Nobody was asked. */
    static final Opinion NONE = new Opinion(0, Set.of(), List.of(), List.of());

    public Opinion {
        doubted = Set.copyOf(doubted);
        tried = List.copyOf(tried);
        told = List.copyOf(told);
    }

    /**
     * What the check has passed.
     *
     * @param evidence what bears it out
     */
    public record Passed(String text, List<CitationId> evidence) {
        public Passed {
            evidence = List.copyOf(evidence);
        }
    }

    /** Those of the statements that the check has passed. */
    static List<Passed> passed(List<CheckedStatement> checked) {
        return checked.stream()
                .filter(CheckedStatement::isSupported)
                .map(Opinion::passed)
                .toList();
    }

    private static Passed passed(CheckedStatement statement) {
        return new Passed(statement.text(), statement.evidence());
    }

    /** The statements, those that are doubted lowered. */
    List<CheckedStatement> over(List<CheckedStatement> checked) {
        return checked.stream()
                .map(one -> doubted.contains(passed(one)) ? one.doubted() : one)
                .toList();
    }
}
