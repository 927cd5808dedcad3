package org.anamnesis.grounding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * "Reaction not recorded", "dose not recorded": what a list's entry leaves out, said in these words. It denies nothing of the
 * patient, and is taken out of a statement where it is true of every entry that is cited.
 */
final class NotRecorded {

    private static final Map<FactKind, Pattern> PHRASES = Map.of(
            FactKind.ALLERGY, phrase("reaction"),
            FactKind.MEDICATION, phrase("dose"));

    private static final Map<FactKind, Set<Attribute.Role>> SAYING = Map.of(
            FactKind.ALLERGY,
            Set.of(Attribute.Role.REACTION, Attribute.Role.SEVERITY),
            FactKind.MEDICATION,
            Set.of(Attribute.Role.INSTRUCTION, Attribute.Role.DOSE, Attribute.Role.RATE, Attribute.Role.FREQUENCY));

    private NotRecorded() {}

    static String without(String text, List<Fact> cited) {
        String left = text;
        for (Map.Entry<FactKind, Pattern> phrase : PHRASES.entrySet()) {
            List<Fact> entries = cited.stream()
                    .filter(fact -> fact.kind() == phrase.getKey())
                    .toList();
            boolean isTrue = !entries.isEmpty() && entries.stream().noneMatch(NotRecorded::says);
            left = isTrue ? phrase.getValue().matcher(left).replaceAll(" ") : left;
        }
        return left;
    }

    /** Free words beside an entry may say it too. */
    private static boolean says(Fact fact) {
        Set<Attribute.Role> saying = SAYING.getOrDefault(fact.kind(), Set.of());
        return fact.attributes().stream()
                .anyMatch(attribute -> saying.contains(attribute.role())
                        || (attribute.role() == Attribute.Role.COMMENT
                                && attribute.text().contains(" ")));
    }

    private static Pattern phrase(String what) {
        return Pattern.compile("\\b" + what + " not recorded\\b", Pattern.CASE_INSENSITIVE);
    }
}
