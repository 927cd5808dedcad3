package org.anamnesis.summary;

import java.util.List;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.grounding.CheckedStatement;

/**
 * What a model proposes as the answer to a question.
 *
 * @param supported what the chart bears out; nothing else is shown
 * @param withheld how many statements it does not
 * @param tried every model's turn
 */
public record Proposals(List<CheckedStatement> supported, int withheld, List<ModelTry> tried) {

    /** More are not read by anybody who asked one question. */
    private static final int MOST = 5;

    public Proposals {
        supported = List.copyOf(supported);
        tried = List.copyOf(tried);
    }

    static Proposals of(List<CheckedStatement> statements, List<ModelTry> tried) {
        List<CheckedStatement> supported = statements.stream()
                .filter(CheckedStatement::isSupported)
                .limit(MOST)
                .toList();
        int withheld = (int) statements.stream()
                .filter(statement -> !statement.isSupported())
                .count();
        return new Proposals(supported, withheld, tried);
    }
}
