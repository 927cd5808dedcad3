package org.anamnesis.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.FactKind;

/** Whether something is as certain, or as bad, as it is said to be. */
final class Certainty {

    private static final Set<String> CERTAIN = Set.of(
            Stem.of("confirmed"),
            Stem.of("definite"),
            Stem.of("definitely"),
            Stem.of("proven"),
            Stem.of("certainly"),
            Stem.of("clearly"));
    private static final Set<String> DOUBTS = Set.of("provisional", "differential", "unconfirmed");

    private Certainty() {}

    /** What speaks against it; empty where nothing does. Notes are not asked: their words are looked at apart. */
    static Optional<Said> against(Claim claim, List<FactView> views) {
        List<FactView> listed =
                views.stream().filter(view -> view.kind() != FactKind.NOTE).toList();
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        for (String degree : claim.degrees()) {
            boolean asCertainty = CERTAIN.contains(degree);
            boolean borneOut = asCertainty
                    ? listed.stream().anyMatch(view -> !isDoubted(view))
                    : listed.stream().anyMatch(view -> view.words().contains(degree) || isMeasured(view));
            if (!borneOut) {
                return Optional.of(
                        asCertainty
                                ? Said.contradicted("certainty", "the chart has it as unconfirmed", listed)
                                : Said.notFound("degree", "“" + degree + "” is not said of it", listed));
            }
        }
        return Optional.empty();
    }

    /** How bad a number is, is read by its reader. */
    private static boolean isMeasured(FactView view) {
        return !view.numbers().isEmpty();
    }

    private static boolean isDoubted(FactView view) {
        return view.fact()
                .attributes(Attribute.Role.COMMENT)
                .map(Attribute::text)
                .anyMatch(DOUBTS::contains);
    }
}
