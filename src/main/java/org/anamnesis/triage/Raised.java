package org.anamnesis.triage;

import java.util.Optional;

/**
 * An acuity beside what a model proposes: the more urgent of the two, never the less urgent.
 *
 * @param byRules what the rules say; it stays visible, whatever the model says
 * @param proposal what the model says
 * @param level the level that counts; absent where the rules could give none and the model proposes none that is urgent
 */
public record Raised(Acuity byRules, Proposal proposal, Optional<Level> level) {

    /** Where the rules can give no level, the visit waits like one of level 2: only what is as urgent is taken from a model. */
    private static final Level UNDETERMINED = Level.EMERGENT;

    public static Raised of(Acuity byRules, Proposal proposal) {
        boolean reasoned = !proposal.reason().isBlank();
        return switch (byRules) {
            case Acuity.Levelled levelled ->
                new Raised(
                        byRules,
                        proposal,
                        Optional.of(reasoned ? levelled.level().orMoreUrgent(proposal.level()) : levelled.level()));
            case Acuity.Undetermined ignored ->
                new Raised(
                        byRules,
                        proposal,
                        Optional.of(proposal.level())
                                .filter(level -> reasoned && !UNDETERMINED.isMoreUrgentThan(level)));
        };
    }

    /** Whether the level that counts is the model's. */
    public boolean isRaised() {
        return switch (byRules) {
            case Acuity.Levelled levelled ->
                level.filter(counts -> counts.isMoreUrgentThan(levelled.level()))
                        .isPresent();
            case Acuity.Undetermined ignored -> level.isPresent();
        };
    }

    /** For people: what counts and why. */
    public String sentence() {
        String counts = level.map(known -> "level " + known.number()).orElse("no level");
        if (isRaised()) {
            return counts + ", for review: raised by a model, which gives as its reason: " + proposal.reason();
        }
        boolean lower = proposal.level() != level.orElse(proposal.level());
        return counts + ", for review, by the rules" + (lower ? "; a model cannot make it less urgent" : "");
    }
}
