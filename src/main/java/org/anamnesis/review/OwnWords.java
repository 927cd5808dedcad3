package org.anamnesis.review;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.Verdict;
import org.anamnesis.grounding.Verification;
import org.anamnesis.store.DraftEdit;

/** What a chart says of a reviewer's own words: against all of it, and against what the statement had cited. Pure. */
final class OwnWords {

    private OwnWords() {}

    /**
     * The check. What one fact of the chart says in full is supported; what the whole chart or the cited facts deny is contradicted.
     *
     * @param section the code of the section it stands in
     * @param sources versioned references of the resources that the statement in its place had cited
     */
    static DraftEdit.Check check(Chart chart, String section, String text, List<String> sources) {
        Verdict whole = new Verification(chart).check(text).verdict();
        if (whole instanceof Verdict.Supported) {
            return new DraftEdit.Check(whole.code(), "");
        }
        Verdict cited = cited(chart, section, text, sources).orElse(whole);
        Verdict said = cited instanceof Verdict.Supported || cited instanceof Verdict.Contradicted ? cited : whole;
        return new DraftEdit.Check(said.code(), said.reason());
    }

    private static Optional<Verdict> cited(Chart chart, String section, String text, List<String> sources) {
        Set<String> known = Set.copyOf(sources);
        List<String> ids = chart.facts().stream()
                .filter(fact -> known.contains(source(fact)))
                .map(fact -> fact.id().toString())
                .toList();
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grounding(chart)
                                .check(new Statement(Section.ofCode(section).orElse(Section.RESULTS), text, ids)))
                        .map(CheckedStatement::verdict);
    }

    private static String source(Fact fact) {
        return Objects.requireNonNull(fact.source().versionedReference());
    }
}
