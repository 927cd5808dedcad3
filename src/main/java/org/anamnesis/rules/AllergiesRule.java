package org.anamnesis.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/**
 * Every allergy with all of its reactions and its criticality; those that are unconfirmed, an intolerance or no longer
 * active are called so.
 */
final class AllergiesRule implements SectionRule {

    /** FHIR's codes of criticality that say something; {@code unable-to-assess} does not. */
    private static final Set<String> CRITICALITIES = Set.of("high", "low");

    private static final Set<String> DOUBTS = Set.of("intolerance", "unconfirmed");

    private final UnaryOperator<String> ranked;

    AllergiesRule() {
        this(UnaryOperator.identity());
    }

    private AllergiesRule(UnaryOperator<String> ranked) {
        this.ranked = ranked;
    }

    /** For the patient: without the criticality, which is a word among clinicians. */
    static AllergiesRule plain() {
        return new AllergiesRule(ranked -> "");
    }

    @Override
    public Stream<Statement> statements(Chart chart) {
        Stream<Statement> allergies = chart.facts(FactKind.ALLERGY)
                .filter(allergy -> allergy.standing() != Standing.NEGATED)
                .map(allergy -> Phrase.statement(
                        Section.ALLERGIES, named(allergy) + ranked.apply(criticality(allergy)), allergy));
        return Stream.concat(
                allergies,
                Phrase.noneRecorded(chart, Section.ALLERGIES, "allergies or intolerances", "AllergyIntolerance"));
    }

    /** The substance with doubts, reactions and criticality. */
    static String text(Fact allergy) {
        return named(allergy) + criticality(allergy);
    }

    private static String criticality(Fact allergy) {
        return allergy.attribute(Attribute.Role.CRITICALITY)
                .map(Attribute::text)
                .filter(CRITICALITIES::contains)
                .map(word -> ", " + word + " criticality")
                .orElse("");
    }

    private static String named(Fact allergy) {
        String standing =
                allergy.standing().isCurrent() ? "" : ", " + allergy.standing().word();
        List<String> reactions = reactions(allergy);
        return Phrase.name(allergy)
                + allergy.attributes(Attribute.Role.COMMENT)
                        .map(Attribute::text)
                        .filter(DOUBTS::contains)
                        .map(doubt -> ", " + doubt)
                        .collect(Collectors.joining())
                + standing
                + (reactions.isEmpty() ? none(allergy) : ": " + String.join(", ", reactions));
    }

    /** Where free words stand beside the entry, they may tell the reaction. */
    private static String none(Fact allergy) {
        boolean free = allergy.attributes(Attribute.Role.COMMENT).anyMatch(comment -> !DOUBTS.contains(comment.text()));
        return free ? "" : ", reaction not recorded";
    }

    /** Each with its own severity, which stands behind it. */
    private static List<String> reactions(Fact allergy) {
        List<String> reactions = new ArrayList<>();
        for (Attribute attribute : allergy.attributes()) {
            if (attribute.role() == Attribute.Role.REACTION) {
                reactions.add(Phrase.inSentence(attribute.text()));
            } else if (attribute.role() == Attribute.Role.SEVERITY) {
                reactions.add(
                        reactions.isEmpty()
                                ? attribute.text() + " reaction"
                                : reactions.removeLast() + " (" + attribute.text() + ")");
            }
        }
        return reactions;
    }
}
