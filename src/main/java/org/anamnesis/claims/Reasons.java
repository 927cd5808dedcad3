package org.anamnesis.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Attribute;

/** What a drug is said to be given for, held against the reasons that its orders tell. */
final class Reasons {

    private Reasons() {}

    /**
     * What came of it; empty where no order tells a reason.
     *
     * @param drug the entries that bear out what is said of the drug
     */
    static Optional<Said> check(Claim claim, List<FactView> drug) {
        List<FactView> told = drug.stream()
                .filter(view -> view.fact().attribute(Attribute.Role.REASON).isPresent())
                .toList();
        if (told.isEmpty() || claim.negated()) {
            return Optional.empty();
        }
        List<FactView> same =
                told.stream().filter(view -> isReason(claim, view)).toList();
        return Optional.of(
                same.isEmpty()
                        ? Said.notFound("reason", "the chart gives another reason for it", told)
                        : Said.supported(same));
    }

    private static boolean isReason(Claim claim, FactView view) {
        return view.fact()
                .attributes(Attribute.Role.REASON)
                .map(reason -> Set.copyOf(Phrases.stems(reason.text())))
                .anyMatch(reason -> claim.stems().stream()
                        .filter(stem -> !Phrases.isOptional(stem))
                        .allMatch(reason::contains));
    }
}
