package org.anamnesis.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/** Whether facts have the result, or the end, that a claim tells. */
final class Findings {

    /** What lasts and ends. */
    private static final Set<FactKind> LASTING = Set.of(FactKind.PROBLEM, FactKind.MEDICATION, FactKind.ALLERGY);

    private Findings() {}

    /** Whether a list has it as over; where only notes tell of it, their words are looked at apart. */
    static boolean isOver(List<FactView> views) {
        List<FactView> listed =
                views.stream().filter(view -> view.kind() != FactKind.NOTE).toList();
        List<FactView> lasting =
                listed.stream().filter(view -> LASTING.contains(view.kind())).toList();
        return listed.isEmpty()
                || (lasting.isEmpty() ? listed : lasting).stream().anyMatch(Findings::isOver);
    }

    static boolean isOver(FactView view) {
        Standing standing = view.fact().standing();
        return view.end().isPresent() || !(standing == Standing.ACTIVE || standing == Standing.RECURRENT);
    }

    /** Those whose result is the one that is said; where nothing is said of it, those that are not negative. */
    static List<FactView> results(Claim claim, List<FactView> views) {
        if (views.stream().noneMatch(view -> view.kind() == FactKind.RESULT || view.kind() == FactKind.NOTE)) {
            return views.stream()
                    .filter(view -> view.fact().standing() != Standing.NEGATED)
                    .toList();
        }
        if (claim.says(Cue.NEGATIVE)) {
            return views.stream().filter(FactView::isNegative).toList();
        }
        if (claim.says(Cue.RESISTANT) || claim.says(Cue.SUSCEPTIBLE) || claim.says(Cue.INTERMEDIATE)) {
            String stem = claim.says(Cue.RESISTANT)
                    ? "resistant"
                    : claim.says(Cue.SUSCEPTIBLE) ? "susceptible" : "intermediate";
            return views.stream()
                    .filter(view -> view.found().isEmpty() || isSo(claim, view, Stem.of(stem)))
                    .toList();
        }
        if (claim.says(Cue.POSITIVE) || claim.says(Cue.GREW)) {
            return views.stream().filter(view -> !view.isNegative()).toList();
        }
        List<FactView> present = views.stream()
                .filter(view -> view.fact().standing() != Standing.NEGATED)
                .filter(view -> !(view.isNegative() && view.numbers().isEmpty()) || saysTest(claim, view))
                .toList();
        return present;
    }

    /** "Susceptible to meropenem, resistant to ceftriaxone": each drug has the word that stands before it. */
    private static boolean isSo(Claim claim, FactView view, String wanted) {
        Optional<Cue> named = Susceptibilities.of(view, claim.ingredients());
        return named.map(cue -> claim.says(cue))
                .orElse(view.ingredients().isEmpty() || view.found().contains(wanted));
    }

    static boolean saysTest(Claim claim, FactView view) {
        return view.kind() != FactKind.RESULT || Set.copyOf(claim.stems()).containsAll(view.name());
    }
}
