package org.anamnesis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Statement;

/**
 * Chooses between ways to say the same: the fuller one where the check bears it out, else the plain one. So that a
 * better sentence never costs a fact.
 */
final class Wording {

    private final Grounding grounding;

    Wording(Chart chart) {
        this.grounding = new Grounding(chart);
    }

    Stream<Statement> either(Statement fuller, List<Statement> plain) {
        return grounding.check(fuller).isSupported() ? Stream.of(fuller) : plain.stream();
    }

    /** The first one that is borne out, else the last. */
    Statement first(List<Statement> wordings) {
        return wordings.stream()
                .filter(statement -> grounding.check(statement).isSupported())
                .findFirst()
                .orElse(wordings.getLast());
    }
}
