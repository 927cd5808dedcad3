package org.anamnesis.rules;

import java.util.Set;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Any one fact as a sentence of its own, for an answer. */
public final class FactSentences {

    /** What is as one expects of something recorded needs no word. */
    private static final Set<Standing> ORDINARY = Set.of(Standing.FINAL, Standing.UNSTATED);

    private FactSentences() {}

    /**
     * The sentence, citing the fact; of a sentence of a note its very words.
     *
     * @param fact as {@link Chart#fact} gives it
     */
    public static Statement of(Fact fact) {
        if (fact.id().sentence().isPresent()) {
            String words = fact.value().map(Value::text).orElse("");
            return Phrase.statement(section(fact), Phrase.name(fact) + Phrase.on(fact) + ": \"" + words + "\"", fact);
        }
        String value = fact.value().map(found -> ": " + found.text()).orElse("");
        String dosage = Phrase.dosage(fact).map(words -> ": " + words).orElse("");
        String standing =
                ORDINARY.contains(fact.standing()) ? "" : ", " + fact.standing().word();
        String ended = fact.attribute(Attribute.Role.ENDED)
                .flatMap(Attribute::time)
                .filter(end -> fact.standing() == Standing.STOPPED || fact.standing() == Standing.RESOLVED)
                .map(end -> ", ended " + end.dayText())
                .orElse("");
        return Phrase.statement(
                section(fact),
                Phrase.name(fact)
                        + value
                        + dosage
                        + standing
                        + fact.time().map(time -> ", dated " + time.dayText()).orElse("")
                        + ended
                        + Phrase.with(fact, Attribute.Role.REACTION, "reaction ")
                        + Phrase.with(fact, Attribute.Role.REASON, "reason "),
                fact);
    }

    private static Section section(Fact fact) {
        return switch (fact.kind()) {
            case ALLERGY -> Section.ALLERGIES;
            case MEDICATION -> Section.MEDICATIONS;
            case DIRECTIVE -> Section.DIRECTIVES;
            case PROBLEM -> Section.ACTIVE_PROBLEMS;
            case PLAN -> Section.PLAN;
            case ENCOUNTER, PROCEDURE, IMMUNIZATION -> Section.ENCOUNTERS;
            default -> Section.RESULTS;
        };
    }
}
