package org.anamnesis.context;

import java.util.Optional;
import org.anamnesis.frame.Frame;

/**
 * What a caller wants of a chart.
 *
 * @param focus a question or a topic, in words
 * @param frame the visit and the time
 * @param budgetTokens how much text; by default more for a whole chart than for a question
 */
public record Wanted(Optional<String> focus, Frame frame, Optional<Integer> budgetTokens) {

    /** Room for the safety lines of a small chart, hardly. */
    public static final int LEAST_BUDGET_TOKENS = 200;

    /** As much of a chart as a prompt is made of. */
    public static final int MOST_BUDGET_TOKENS = 24_000;

    private static final int WHOLE_CHART_TOKENS = 6_000;
    private static final int FOCUSED_TOKENS = 2_000;

    public Wanted {
        if (budgetTokens
                .filter(tokens -> tokens < LEAST_BUDGET_TOKENS || tokens > MOST_BUDGET_TOKENS)
                .isPresent()) {
            throw new IllegalArgumentException("a budget within its bounds");
        }
    }

    int budget() {
        return budgetTokens.orElse(focus.isPresent() ? FOCUSED_TOKENS : WHOLE_CHART_TOKENS);
    }
}
