package org.anamnesis.rules;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.Course;
import org.anamnesis.course.Courses;
import org.anamnesis.course.Said;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/**
 * What is taken now, what is on hold, and what was stopped in the last three months; a status is told where it is not "taken".
 * One statement a drug, and one more for each further dosage that is current.
 */
final class MedicationsRule implements SectionRule {

    private static final int RECENT_MONTHS = 3;

    /** Repeats of one dosage beyond these are for the source. */
    private static final int MOST_CITED = 5;

    private final UnaryOperator<String> inWords;

    /** With the dosages as they are written. */
    MedicationsRule() {
        this(UnaryOperator.identity());
    }

    /** @param inWords how dosages are put */
    MedicationsRule(UnaryOperator<String> inWords) {
        this.inWords = inWords;
    }

    /** What one statement tells: the standing and the dosage. */
    private record Present(Standing standing, Optional<String> dosage) {}

    @Override
    public Stream<Statement> statements(Chart chart) {
        LocalDateTime recent = chart.asOf().local().minusMonths(RECENT_MONTHS);
        Stream<Statement> medications = Courses.of(chart).stream()
                .flatMap(course -> told(course, recent))
                .sorted(Comparator.comparing(repeats -> place(repeats.getFirst())))
                .map(repeats -> Phrase.statement(
                        Section.MEDICATIONS,
                        text(repeats.getFirst()),
                        repeats.stream().limit(MOST_CITED).toList()));
        return Stream.concat(
                medications,
                Phrase.noneRecorded(
                        chart, Section.MEDICATIONS, "medications", "MedicationRequest", "MedicationStatement"));
    }

    /** The facts behind each statement, the newest first. Nothing that is current or on hold is left out. */
    private static Stream<List<Fact>> told(Course course, LocalDateTime recent) {
        List<Fact> newestFirst = course.facts().reversed();
        List<Fact> present = newestFirst.stream()
                .filter(fact -> fact.standing().isCurrent() || fact.standing() == Standing.ON_HOLD)
                .toList();
        if (present.isEmpty()) {
            return newestFirst.stream()
                    .filter(fact -> Said.of(fact).isStatement())
                    .limit(1)
                    .filter(fact -> wasStopped(fact, recent))
                    .map(List::of);
        }
        Map<Present, List<Fact>> byDosage = new LinkedHashMap<>();
        present.forEach(fact -> byDosage.computeIfAbsent(present(fact), first -> new ArrayList<>())
                .add(fact));
        return byDosage.entrySet().stream()
                .filter(told -> told.getKey().dosage().isPresent() || isAlone(told.getKey(), byDosage))
                .map(Map.Entry::getValue);
    }

    private static Present present(Fact fact) {
        return new Present(fact.standing(), MedicinePhrase.dosage(fact).map(words -> words.toLowerCase(Locale.ROOT)));
    }

    /** Where another one of the same standing tells the dosage, one without adds nothing. */
    private static boolean isAlone(Present present, Map<Present, List<Fact>> byDosage) {
        return byDosage.keySet().stream()
                        .filter(other -> other.standing() == present.standing())
                        .count()
                == 1;
    }

    private static boolean wasStopped(Fact fact, LocalDateTime recent) {
        return fact.standing() == Standing.STOPPED
                && fact.attribute(Attribute.Role.ENDED)
                        .flatMap(Attribute::time)
                        .or(fact::time)
                        .filter(time -> time.local().isAfter(recent))
                        .isPresent();
    }

    /** What is taken comes first, then what is on hold, then what was stopped. */
    private static int place(Fact medication) {
        return medication.standing().isCurrent() ? 0 : medication.standing() == Standing.ON_HOLD ? 1 : 2;
    }

    private String text(Fact medication) {
        boolean silent = MedicinePhrase.dosage(medication).isEmpty()
                && medication.attributes().stream()
                        .noneMatch(attribute ->
                                attribute.role() == Attribute.Role.COMMENT || attribute.role() == Attribute.Role.RATE);
        return MedicinePhrase.taken(medication, inWords)
                + (silent ? ", dose not recorded" : "")
                + MedicinePhrase.stands(medication)
                + MedicinePhrase.dated(medication);
    }
}
