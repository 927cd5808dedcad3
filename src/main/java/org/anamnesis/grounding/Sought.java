package org.anamnesis.grounding;

import java.util.List;
import java.util.Set;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * What one clause says, ready to be looked for in a chart.
 *
 * @param wants in the order in which they are said
 * @param kinds what it can be said of; empty where any kind will do
 * @param ordered whether it speaks of an order, which a dose given does not bear out
 * @param denied whether it says that there is no such thing
 */
record Sought(List<Want> wants, Set<FactKind> kinds, boolean ordered, boolean denied) {

    Sought {
        wants = List.copyOf(wants);
        kinds = Set.copyOf(kinds);
    }

    /** Whether a fact is of a kind that this is said of. */
    boolean concerns(Fact fact) {
        boolean kind = kinds.isEmpty() || kinds.contains(fact.kind());
        boolean order = !ordered
                || fact.kind() != FactKind.MEDICATION
                || fact.source().type().equals("MedicationRequest");
        return kind && order;
    }

    List<Want.Term> terms() {
        return wants.stream()
                .filter(Want.Term.class::isInstance)
                .map(Want.Term.class::cast)
                .toList();
    }

    Sought with(List<Want> others) {
        return new Sought(others, kinds, ordered, denied);
    }
}
