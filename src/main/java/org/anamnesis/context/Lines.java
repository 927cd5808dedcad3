package org.anamnesis.context;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;

/** Digests within a budget of tokens, which are counted by characters here. */
final class Lines {

    private static final int CHARACTERS_OF_TEN_TOKENS = 33;
    private static final Set<FactKind> SAFETY = Set.of(FactKind.PATIENT, FactKind.ALLERGY);
    private static final Set<FactKind> STATES = Set.of(FactKind.PROBLEM, FactKind.MEDICATION);

    private Lines() {}

    static Digest digest(Chart chart, int budgetTokens) {
        return Digester.digest(chart, budgetTokens * CHARACTERS_OF_TEN_TOKENS / 10);
    }

    /** The named facts, and what nobody may miss whatever was asked. */
    static Digest digest(Chart chart, List<CitationId> ids, int budgetTokens) {
        Set<CitationId> wanted = new LinkedHashSet<>();
        ids.forEach(id -> wanted.add(id.whole()));
        List<Fact> facts = new ArrayList<>(
                wanted.stream().flatMap(id -> chart.fact(id).stream()).toList());
        chart.facts().stream()
                .filter(fact -> SAFETY.contains(fact.kind())
                        || (STATES.contains(fact.kind()) && fact.standing().isCurrent()))
                .filter(fact -> wanted.add(fact.id()))
                .forEach(facts::add);
        Chart narrow = new Chart(chart.patient(), facts, chart.coverage(), chart.asOf());
        return digest(narrow, budgetTokens);
    }

    static int tokens(Digest digest) {
        int characters =
                digest.lines().stream().mapToInt(line -> line.length() + 1).sum();
        return Math.ceilDiv(characters * 10, CHARACTERS_OF_TEN_TOKENS);
    }
}
