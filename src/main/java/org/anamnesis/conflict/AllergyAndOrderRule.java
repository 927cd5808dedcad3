package org.anamnesis.conflict;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.course.Course;

/** A drug is current although an active allergy names it, an ingredient of it, or its class. */
final class AllergyAndOrderRule implements ConflictRule {

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        List<Course> current =
                dossier.courses().stream().filter(Course::isCurrent).toList();
        return dossier.chart()
                .facts(FactKind.ALLERGY)
                .filter(allergy -> allergy.standing().isCurrent() && !Allergens.isNoneKnown(allergy))
                .flatMap(allergy -> conflicts(allergy, current));
    }

    private static Stream<Conflict> conflicts(Fact allergy, List<Course> current) {
        Set<String> against = Allergens.against(allergy.concept().text());
        return current.stream()
                .filter(course -> course.drug().ingredients().stream().anyMatch(against::contains))
                .map(course -> new Conflict(
                        Conflict.Kind.ALLERGY_AND_ORDER,
                        course.name(),
                        Sides.of(allergy),
                        Sides.ofFacts(course.deciding())));
    }
}
