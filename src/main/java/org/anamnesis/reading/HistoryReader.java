package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.FamilyMemberHistory.FamilyMemberHistoryConditionComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Illness in the family, one fact a relative's condition. Always with the relation, and never a current fact: what the
 * brother had, the patient does not have.
 *
 * <p>Entered in error: no fact. Partial: preliminary. Completed: final. Health unknown: unstated words, final.
 */
final class HistoryReader {

    private HistoryReader() {}

    static Stream<Finding> read(FamilyMemberHistory history) {
        Standing standing;
        switch (history.getStatus()) {
            case null -> standing = Standing.FINAL;
            case ENTEREDINERROR -> {
                return Stream.empty();
            }
            case PARTIAL -> standing = Standing.PRELIMINARY;
            case COMPLETED, HEALTHUNKNOWN, NULL -> standing = Standing.FINAL;
        }
        List<Finding> findings = new ArrayList<>();
        int index = 0;
        for (FamilyMemberHistoryConditionComponent condition : history.getCondition()) {
            findings.add(condition(history, condition, standing, "condition[" + index++ + "]"));
        }
        if (findings.isEmpty()) {
            findings.add(new Finding(
                    FactKind.HISTORY,
                    Concept.of("Family history without a named condition"),
                    standing,
                    Times.of(history.getDateElement()),
                    relative(history).notes(history.getNote()),
                    Sources.of(history, "")));
        }
        return findings.stream();
    }

    private static Finding condition(
            FamilyMemberHistory history,
            FamilyMemberHistoryConditionComponent condition,
            Standing standing,
            String element) {
        Attributes attributes = relative(history)
                .words(Role.ONSET, told(condition.getOnset()))
                .words(Role.OUTCOME, Words.of(condition.getOutcome()))
                .notes(condition.getNote());
        return new Finding(
                FactKind.HISTORY,
                Words.concept(condition.getCode(), "Condition without a name"),
                standing,
                Times.of(history.getDateElement()),
                attributes,
                Sources.of(history, element));
    }

    private static Attributes relative(FamilyMemberHistory history) {
        Attributes attributes = new Attributes()
                .words(Role.RELATION, Words.of(history.getRelationship()).orElse("relative not named"));
        if (history.getDeceased() instanceof BooleanType told) {
            if (Boolean.TRUE.equals(told.getValue())) {
                attributes.words(Role.COMMENT, "has died");
            }
        } else {
            attributes.words(Role.COMMENT, told(history.getDeceased()).map(age -> "died, " + age));
        }
        return attributes;
    }

    private static Optional<String> told(@Nullable Type age) {
        return Values.of(age).map(value -> value.text());
    }
}
