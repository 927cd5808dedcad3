package org.anamnesis.rules;

import java.util.Set;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Any one fact as a sentence of its own, for an answer. */
public final class FactSentences {

    /** What is as one expects of something recorded needs no word. */
    private static final Set<Standing> ORDINARY = Set.of(Standing.FINAL, Standing.COMPLETED, Standing.UNSTATED);

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
        return Phrase.statement(section(fact), text(fact), fact);
    }

    private static String text(Fact fact) {
        return switch (fact.kind()) {
            case ALLERGY -> "Allergy: " + AllergiesRule.text(fact);
            case MEDICATION -> MedicinePhrase.taken(fact) + MedicinePhrase.stands(fact) + MedicinePhrase.dated(fact);
            case PROBLEM -> ProblemsRule.text(fact);
            case RESULT, VITAL -> result(fact);
            case HISTORY -> relative(fact);
            default -> anything(fact);
        };
    }

    private static String result(Fact result) {
        String standing = ORDINARY.contains(result.standing())
                ? ""
                : ", " + result.standing().word();
        if (ResultsRule.isLong(result)) {
            return Phrase.name(result) + " recorded" + Phrase.on(result) + standing;
        }
        if (result.quantity().isPresent()) {
            return Beside.named(result) + Phrase.on(result) + Phrase.flag(result) + standing;
        }
        String found = result.value()
                .map(value -> ": " + value.text().strip().replaceFirst("\\.$", ""))
                .orElse("");
        return Phrase.name(result) + Phrase.on(result) + found + Phrase.flag(result) + standing;
    }

    private static String relative(Fact history) {
        return "Family history" + Phrase.with(history, Attribute.Role.RELATION, "") + ": " + Phrase.name(history)
                + Phrase.with(history, Attribute.Role.ONSET, "onset ");
    }

    private static String anything(Fact fact) {
        String value = fact.value().map(found -> ": " + found.text()).orElse("");
        String standing =
                ORDINARY.contains(fact.standing()) ? "" : ", " + fact.standing().word();
        return Phrase.name(fact)
                + value
                + standing
                + fact.time().map(time -> ", dated " + time.dayText()).orElse("")
                + (fact.kind() == FactKind.ENCOUNTER ? "" : Phrase.with(fact, Attribute.Role.REASON, "reason "));
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
