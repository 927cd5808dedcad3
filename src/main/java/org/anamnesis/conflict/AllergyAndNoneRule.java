package org.anamnesis.conflict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * There is an allergy to a drug in one place, and no known one in another: in the list, or in a note.
 *
 * <p>"No known drug allergy" says nothing of food and latex, so only allergies to drugs count.
 */
final class AllergyAndNoneRule implements ConflictRule {

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        List<Fact> current = dossier.chart()
                .facts(FactKind.ALLERGY)
                .filter(allergy -> allergy.standing().isCurrent())
                .toList();
        List<Fact> none = current.stream().filter(Allergens::isNoneKnown).toList();
        List<Fact> some = current.stream()
                .filter(allergy -> !Allergens.isNoneKnown(allergy) && isToADrug(allergy))
                .toList();
        List<AllergyLine> lines = dossier.lines().stream()
                .map(AllergyLine::of)
                .flatMap(Optional::stream)
                .toList();
        List<Line> sayNone = lines.stream()
                .filter(line -> line.substance().isEmpty())
                .map(AllergyLine::line)
                .toList();
        List<Line> saySome = lines.stream()
                .filter(line -> line.substance().isPresent())
                .map(AllergyLine::line)
                .toList();
        Optional<Side> nobody = side(none, sayNone);
        Optional<Side> somebody = side(some, saySome);
        return nobody.stream()
                .flatMap(no -> somebody.stream()
                        .map(yes -> new Conflict(Conflict.Kind.ALLERGY_AND_NONE, "Drug allergy", no, yes)));
    }

    /** The list's words first, where it has any, and the notes that say the same. */
    private static Optional<Side> side(List<Fact> facts, List<Line> lines) {
        if (facts.isEmpty()) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(Sides.of(lines));
        }
        return Optional.of(Sides.ofFacts(facts).and(lines.stream().map(Line::id)));
    }

    private static boolean isToADrug(Fact allergy) {
        return Allergens.nameADrug(allergy.concept().text())
                || allergy.attributes(Attribute.Role.CATEGORY)
                        .anyMatch(category -> category.text().equals("medication"));
    }
}
