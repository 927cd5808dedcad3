package org.anamnesis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.Course;
import org.anamnesis.course.Courses;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/**
 * What was begun, then what was changed, then what was stopped in a time: from each drug's whole course, so that a repeat is
 * no beginning.
 */
final class MedicationChangesRule implements SectionRule {

    private final Window window;

    MedicationChangesRule(Window window) {
        this.window = window;
    }

    @Override
    public Stream<Statement> statements(Chart chart) {
        List<Course> courses = Courses.of(chart);
        Wording wording = new Wording(chart);
        return Stream.of(
                        courses.stream().flatMap(course -> begun(course, wording)),
                        courses.stream().flatMap(course -> changed(course, wording)),
                        courses.stream().flatMap(this::stopped))
                .flatMap(told -> told);
    }

    private Stream<Statement> begun(Course course, Wording wording) {
        Fact first = course.facts().getFirst();
        if (!isBegun(first)) {
            return Stream.empty();
        }
        String text = text(first);
        Statement plain = statement(text, first);
        return first.standing() == Standing.PLANNED
                ? Stream.of(plain)
                : wording.either(statement("Started: " + text, first), List.of(plain));
    }

    private boolean isBegun(Fact first) {
        return first.time().filter(window::contains).isPresent()
                && first.standing() != Standing.CANCELLED
                && first.standing() != Standing.NEGATED;
    }

    /** The new dosage with the one before it. */
    private Stream<Statement> changed(Course course, Wording wording) {
        return course.changes().stream()
                .filter(change -> change.when().filter(window::contains).isPresent())
                .flatMap(change -> wording.either(
                        Phrase.statement(
                                Section.MEDICATION_CHANGES,
                                text(change.after()) + ", previously "
                                        + MedicinePhrase.dosage(change.before()).orElse("")
                                        + MedicinePhrase.dated(change.before()),
                                change.after(),
                                change.before()),
                        Stream.of(change.before(), change.after())
                                .filter(fact -> !(fact.equals(course.facts().getFirst()) && isBegun(fact)))
                                .map(fact -> statement(text(fact), fact))
                                .toList()))
                .distinct();
    }

    private Stream<Statement> stopped(Course course) {
        if (course.isCurrent()) {
            return Stream.empty();
        }
        Fact first = course.facts().getFirst();
        return course.ends().stream()
                .filter(end -> end.fact().standing() == Standing.STOPPED)
                .filter(end -> !(end.fact().equals(first) && isBegun(first)))
                .flatMap(end -> end.when().filter(window::contains).stream()
                        .map(when -> statement(stopped(end.fact(), when), end.fact())))
                .limit(1);
    }

    private static String stopped(Fact fact, ClinicalTime when) {
        return Phrase.name(fact) + " stopped on " + when.dayText();
    }

    private static String text(Fact fact) {
        return MedicinePhrase.taken(fact) + MedicinePhrase.stands(fact) + MedicinePhrase.dated(fact);
    }

    private static Statement statement(String text, Fact fact) {
        return Phrase.statement(Section.MEDICATION_CHANGES, text, fact);
    }
}
