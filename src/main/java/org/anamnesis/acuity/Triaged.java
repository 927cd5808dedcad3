package org.anamnesis.acuity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.draft.Authorship;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.triage.Acuity;
import org.anamnesis.triage.Level;
import org.anamnesis.triage.Raised;

/**
 * A triage as it is shown: what code computed, the facts it rests on as checked statements, and a model's words beside it.
 *
 * @param assessment what code says
 * @param evidence a statement for each fact that the level and the scores rest on
 * @param advice the model's words, or why there are none
 * @param raised the level beside the model's proposal; absent where it made none that counts
 */
public record Triaged(Assessment assessment, List<CheckedStatement> evidence, Advice advice, Optional<Raised> raised) {

    public Triaged {
        evidence = List.copyOf(evidence);
    }

    /** Puts the model's words beside the assessment: they can raise the level and change nothing else. */
    public static Triaged of(Assessment assessment, List<CheckedStatement> evidence, Advice advice) {
        Optional<Raised> raised = advice instanceof Advice.Given given
                ? given.proposal().map(proposal -> Raised.of(assessment.acuity(), proposal))
                : Optional.empty();
        return new Triaged(assessment, evidence, advice, raised);
    }

    public Chart chart() {
        return assessment.chart();
    }

    /** The level by the rules; absent where they can give none. */
    public Optional<Level> byRules() {
        return switch (assessment.acuity()) {
            case Acuity.Levelled levelled -> Optional.of(levelled.level());
            case Acuity.Undetermined ignored -> Optional.empty();
        };
    }

    /** The level that counts. */
    public Optional<Level> level() {
        return raised.map(Raised::level).orElseGet(this::byRules);
    }

    public boolean isRaised() {
        return raised.filter(Raised::isRaised).isPresent();
    }

    /** Who wrote the text: a model where any of its words stand in it, else rules. */
    public Authorship authorship() {
        return switch (advice) {
            case Advice.Given given ->
                given.isShown() ? given.by() : new Authorship.ByRules(Optional.of(Authorship.Fallback.UNUSABLE));
            case Advice.Failed failed -> new Authorship.ByRules(Optional.of(failed.reason()));
            case Advice.None ignored -> new Authorship.ByRules(Optional.empty());
        };
    }

    /** Every statement with its verdict: the evidence, then the model's. */
    public Stream<CheckedStatement> statements() {
        return Stream.concat(evidence.stream(), advice.statements().stream());
    }

    /** What is not in the text because the chart does not bear it out. */
    public List<CheckedStatement> withheld() {
        return statements().filter(statement -> !statement.isSupported()).toList();
    }
}
