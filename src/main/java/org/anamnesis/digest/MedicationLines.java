package org.anamnesis.digest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.Course;
import org.anamnesis.course.Dosing;
import org.anamnesis.course.Said;
import org.anamnesis.digest.LineText.Mention;

/** A drug's course as a line: how it stands now, other orders that count, what it was before, and what was given. */
final class MedicationLines {

    private static final int BESIDES = 3;
    private static final int CHANGES = 2;

    private MedicationLines() {}

    static Line of(Course course, ClinicalTime now) {
        Fact first = course.deciding().getFirst();
        List<Fact> deciding = course.deciding().stream().skip(1).toList();
        List<Mention> besides = Stream.concat(
                        deciding.stream().limit(BESIDES).map(MedicationLines::mention),
                        deciding.stream()
                                .skip(BESIDES)
                                .filter(active(course)::contains)
                                .map(Mention::bare))
                .toList();
        List<Mention> earlier = course.changes().reversed().stream()
                .map(Course.Change::before)
                .filter(fact -> !course.deciding().contains(fact))
                .distinct()
                .limit(CHANGES)
                .map(MedicationLines::mention)
                .toList();
        boolean left = first.standing() == Standing.ACTIVE && isOver(course, now);
        LineText line = new LineText(first)
                .field(left ? Optional.of("end has passed") : Optional.empty())
                .facts("also", besides)
                .facts("earlier", earlier);
        counted(line, course, first, Said.GIVEN, "given");
        counted(line, course, first, Said.DISPENSED, "dispensed");
        return line.standingFor(course.facts().stream());
    }

    /** Every order and report that somebody calls active. */
    static List<Fact> active(Course course) {
        return course.deciding().stream()
                .filter(fact -> fact.standing() == Standing.ACTIVE)
                .toList();
    }

    /** Whether all that tells how the drug is taken has an end, and it has come. */
    static boolean isOver(Course course, ClinicalTime now) {
        return course.deciding().stream()
                .allMatch(fact -> fact.attribute(Attribute.Role.ENDED)
                        .flatMap(Attribute::time)
                        .filter(end -> end.local().isBefore(now.local()))
                        .isPresent());
    }

    private static void counted(LineText line, Course course, Fact first, Said said, String word) {
        int count = course.counts().getOrDefault(said, 0);
        Optional<Fact> last = course.facts().stream()
                .filter(fact -> Said.of(fact) == said && fact.time().isPresent() && !fact.equals(first))
                .max(Comparator.comparing(fact -> fact.time().orElseThrow(), Comparator.<ClinicalTime>naturalOrder()));
        last.ifPresent(
                fact -> line.facts(word + " " + count + " times, last", List.of(Mention.of(fact, dosing(fact)))));
    }

    private static Mention mention(Fact order) {
        return dosing(order).isEmpty() ? Mention.bare(order) : Mention.of(order, dosing(order));
    }

    private static String dosing(Fact fact) {
        return Dosing.words(fact).orElse("");
    }
}
