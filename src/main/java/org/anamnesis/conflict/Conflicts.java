package org.anamnesis.conflict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Derivation;
import org.anamnesis.conflict.Conflict.Kind;

/** Finds where a chart contradicts itself. */
public final class Conflicts {

    private static final List<ConflictRule> RULES = List.of(
            new AllergyAndOrderRule(),
            new AllergyAndNoneRule(),
            new CodeStatusRule(),
            new TwoDosagesRule(),
            new ActiveAndStoppedRule(),
            new DoseRule(),
            new DurationRule(),
            new ContinuedAfterStopRule(),
            new OrderedAfterStopRule(),
            new LateralityRule(),
            new ActiveAndResolvedRule(),
            new DiagnosisRule(),
            new TherapyRule(),
            new MeasurementRule(),
            new FoundOrNotRule(),
            new FixedValueRule(),
            new SubstanceUseRule(),
            new ExclusiveRule());

    private static final Derivation<List<Conflict>> FOUND = Derivation.of(Conflicts::find);

    private Conflicts() {}

    private record Matter(Kind kind, String about) {}

    /** The conflicts of a chart, the most dangerous sorts first; one for each matter, with everything that says either. */
    public static List<Conflict> of(Chart chart) {
        return FOUND.from(chart);
    }

    /** Begins to look for them, for somebody who will ask soon. */
    public static void ahead(Chart chart) {
        FOUND.ahead(chart);
    }

    private static List<Conflict> find(Chart chart) {
        Dossier dossier = Dossier.of(chart);
        Map<Matter, Conflict> byMatter = new LinkedHashMap<>();
        RULES.stream()
                .flatMap(rule -> rule.conflicts(dossier))
                .forEach(conflict ->
                        byMatter.merge(new Matter(conflict.kind(), conflict.about()), conflict, Conflicts::together));
        return List.copyOf(byMatter.values());
    }

    private static Conflict together(Conflict one, Conflict other) {
        return new Conflict(
                one.kind(),
                one.about(),
                one.a().and(other.a().citations().stream()),
                one.b().and(other.b().citations().stream()));
    }
}
