package org.anamnesis.digest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.course.Course;
import org.anamnesis.course.Dosing;
import org.anamnesis.course.Said;
import org.anamnesis.digest.LineText.Mention;

/** A drug's course as a line: how it stands now, other orders that count, what it was before, and what was given. */
final class MedicationLines {

    private static final int BESIDES = 3;
    private static final int CHANGES = 2;

    private MedicationLines() {}

    static Line of(Course course) {
        Fact first = course.deciding().getFirst();
        List<Mention> besides = course.deciding().stream()
                .skip(1)
                .limit(BESIDES)
                .map(fact -> new Mention(fact, dosing(fact)))
                .toList();
        List<Mention> earlier = course.changes().reversed().stream()
                .map(Course.Change::before)
                .filter(fact -> !course.deciding().contains(fact))
                .distinct()
                .limit(CHANGES)
                .map(fact -> new Mention(fact, dosing(fact)))
                .toList();
        LineText line = new LineText(first).facts("also", besides).facts("earlier", earlier);
        counted(line, course, first, Said.GIVEN, "given");
        counted(line, course, first, Said.DISPENSED, "dispensed");
        return line.standingFor(course.facts().stream());
    }

    private static void counted(LineText line, Course course, Fact first, Said said, String word) {
        int count = course.counts().getOrDefault(said, 0);
        Optional<Fact> last = course.facts().stream()
                .filter(fact -> Said.of(fact) == said && fact.time().isPresent() && !fact.equals(first))
                .max(Comparator.comparing(fact -> fact.time().orElseThrow(), Comparator.<ClinicalTime>naturalOrder()));
        last.ifPresent(fact ->
                line.facts(word + " " + count + " times, last", List.of(new Mention(fact, dosing(fact)))));
    }

    private static String dosing(Fact fact) {
        return Dosing.words(fact).orElse("");
    }
}
