package org.anamnesis.web;

import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/**
 * The allergies of a chart for the patient's banner.
 *
 * @param known {@code recorded}, {@code none-recorded} where all was read and there is none, else {@code not-known}
 * @param names each with what must not be missed: that its criticality is high, that it is not active any more
 * @param complete whether all that the EHR has was read
 */
public record AllergiesView(String known, List<String> names, boolean complete) {

    private static final String TYPE = "AllergyIntolerance";

    public AllergiesView {
        names = List.copyOf(names);
    }

    static AllergiesView of(Chart chart) {
        List<String> names = chart.facts(FactKind.ALLERGY)
                .filter(allergy -> allergy.standing() != Standing.NEGATED)
                .map(AllergiesView::name)
                .distinct()
                .toList();
        List<Coverage.Entry> asked = chart.coverage().entries().stream()
                .filter(entry -> entry.type().equals(TYPE))
                .toList();
        boolean complete = !asked.isEmpty() && asked.stream().allMatch(entry -> isWhole(entry.outcome()));
        String known = !names.isEmpty() ? "recorded" : complete ? "none-recorded" : "not-known";
        return new AllergiesView(known, names, complete);
    }

    private static String name(Fact allergy) {
        boolean high = allergy.attribute(Attribute.Role.CRITICALITY)
                .filter(criticality -> criticality.text().equals("high"))
                .isPresent();
        return allergy.concept().text().replaceAll("\\s+", " ").strip()
                + (high ? " (high criticality)" : "")
                + (allergy.standing().isCurrent()
                        ? ""
                        : " (" + allergy.standing().word() + ")");
    }

    private static boolean isWhole(Coverage.Outcome outcome) {
        return switch (outcome) {
            case Coverage.Outcome.Found found -> found.unreadable() == 0;
            case Coverage.Outcome.NoneRecorded ignored -> true;
            case Coverage.Outcome.NotAsked ignored -> false;
            case Coverage.Outcome.NotPermitted ignored -> false;
            case Coverage.Outcome.Failed ignored -> false;
            case Coverage.Outcome.CutOff ignored -> false;
        };
    }
}
