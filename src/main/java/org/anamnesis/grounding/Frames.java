package org.anamnesis.grounding;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.anamnesis.chart.FactKind;

/** Words that tell of what kind the thing is that a clause speaks of: "underwent" is said of procedures. */
final class Frames {

    private static final Set<FactKind> DRUGS = Set.of(FactKind.MEDICATION, FactKind.IMMUNIZATION, FactKind.PLAN);
    private static final Set<FactKind> DONE = Set.of(FactKind.PROCEDURE, FactKind.RESULT, FactKind.VITAL);
    private static final Set<FactKind> FOUND = Set.of(FactKind.RESULT, FactKind.VITAL, FactKind.NOTE);
    private static final Set<FactKind> NAMED = Set.of(FactKind.PROBLEM, FactKind.ENCOUNTER, FactKind.RESULT);
    private static final Set<FactKind> STAYS = Set.of(FactKind.ENCOUNTER);

    private static final Map<String, Set<FactKind>> KINDS = Map.ofEntries(
            Map.entry("prescribed", DRUGS),
            Map.entry("prescription", DRUGS),
            Map.entry("ordered", Set.of(FactKind.MEDICATION, FactKind.PLAN, FactKind.IMMUNIZATION, FactKind.RESULT)),
            Map.entry("administered", DRUGS),
            Map.entry("infused", DRUGS),
            Map.entry("underwent", DONE),
            Map.entry("performed", DONE),
            Map.entry("isolated", FOUND),
            Map.entry("grew", FOUND),
            Map.entry("diagnosis", NAMED),
            Map.entry("diagnoses", NAMED),
            Map.entry("diagnosed", NAMED),
            Map.entry("admission", STAYS),
            Map.entry("stay", STAYS),
            Map.entry("disposition", STAYS));

    private static final Set<String> ORDERS =
            Set.of("prescribed", "prescription", "prescriptions", "ordered", "order", "orders");

    /** Words of these meanings that only set the scene; the facts need not repeat them. */
    private static final Set<String> SCENERY = Set.of(
            "charted",
            "isolated",
            "grew",
            "grown",
            "cultured",
            "output",
            "discharge",
            "discharged",
            "disposition",
            "admission",
            "admitted",
            "hospital",
            "inpatient",
            "born",
            "birth",
            "recorded",
            "documented",
            "underwent",
            "contains",
            "contain",
            "infused",
            "written",
            "wrote",
            "emergency",
            "came",
            "arrived",
            "culture");

    private Frames() {}

    /** The kinds that a clause with these words can be said of; empty where they do not tell. */
    static Set<FactKind> kinds(Set<String> words) {
        EnumSet<FactKind> kinds = EnumSet.noneOf(FactKind.class);
        for (String word : words) {
            Set<FactKind> known = KINDS.getOrDefault(word, Set.of());
            if (!known.isEmpty() && known != STAYS) {
                kinds.addAll(known);
            }
        }
        boolean stays = kinds.isEmpty() && words.stream().anyMatch(word -> KINDS.get(word) == STAYS);
        return stays ? STAYS : kinds;
    }

    static boolean speaksOfOrders(Set<String> words) {
        return words.stream().anyMatch(ORDERS::contains);
    }

    static boolean isScenery(String word) {
        return SCENERY.contains(word) || KINDS.containsKey(word);
    }
}
