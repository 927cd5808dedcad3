package org.anamnesis.rules;

import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Every allergy with its reaction and criticality; those no longer active are called so. */
final class AllergiesRule implements SectionRule {

    @Override
    public Stream<Statement> statements(Chart chart) {
        Stream<Statement> allergies = chart.facts(FactKind.ALLERGY)
                .filter(allergy -> allergy.standing() != Standing.NEGATED)
                .map(allergy -> Phrase.statement(Section.ALLERGIES, text(allergy), allergy));
        return Stream.concat(
                allergies,
                Phrase.noneRecorded(chart, Section.ALLERGIES, "allergies or intolerances", "AllergyIntolerance"));
    }

    private static String text(Fact allergy) {
        String standing =
                allergy.standing().isCurrent() ? "" : ", " + allergy.standing().word();
        return Phrase.name(allergy)
                + standing
                + Phrase.with(allergy, Attribute.Role.REACTION, "reaction ")
                + Phrase.with(allergy, Attribute.Role.SEVERITY, "")
                + Phrase.with(allergy, Attribute.Role.CRITICALITY, "criticality ");
    }
}
