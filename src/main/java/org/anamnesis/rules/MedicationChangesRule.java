package org.anamnesis.rules;

import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.Course;
import org.anamnesis.course.Courses;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** What was begun, changed and stopped in a time: from each drug's whole course, so that a repeat is no beginning. */
final class MedicationChangesRule implements SectionRule {

    private final Window window;

    MedicationChangesRule(Window window) {
        this.window = window;
    }

    @Override
    public Stream<Statement> statements(Chart chart) {
        return Courses.of(chart).stream()
                .flatMap(course -> Stream.of(begun(course), changed(course), stopped(course))
                        .flatMap(statements -> statements));
    }

    private Stream<Statement> begun(Course course) {
        Fact first = course.facts().getFirst();
        boolean counts = first.time().filter(window::contains).isPresent()
                && first.standing() != Standing.CANCELLED
                && first.standing() != Standing.NEGATED;
        return counts ? Stream.of(statement(text(first), first)) : Stream.empty();
    }

    private Stream<Statement> changed(Course course) {
        return course.changes().stream()
                .filter(change -> change.when().filter(window::contains).isPresent())
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .distinct()
                .filter(fact -> !fact.equals(course.facts().getFirst())
                        || fact.time().filter(window::contains).isEmpty())
                .map(fact -> statement(text(fact), fact));
    }

    private Stream<Statement> stopped(Course course) {
        if (course.isCurrent()) {
            return Stream.empty();
        }
        return course.ends().stream()
                .filter(end -> end.fact().standing() == Standing.STOPPED)
                .flatMap(end -> end.when().filter(window::contains).stream()
                        .map(when -> statement(stopped(end.fact(), when), end.fact())))
                .limit(1);
    }

    private static String stopped(Fact fact, ClinicalTime when) {
        return Phrase.name(fact) + " stopped on " + when.dayText();
    }

    private static String text(Fact fact) {
        String dosage = Phrase.dosage(fact).map(words -> ": " + words).orElse("");
        String standing = fact.standing() == Standing.UNSTATED
                ? ""
                : ", " + fact.standing().word();
        return Phrase.name(fact)
                + dosage
                + standing
                + fact.time().map(time -> ", dated " + time.dayText()).orElse("");
    }

    private static Statement statement(String text, Fact fact) {
        return Phrase.statement(Section.MEDICATION_CHANGES, text, fact);
    }
}
