package org.anamnesis.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.Course;
import org.anamnesis.course.ProblemThread;

/**
 * What no digest leaves out, whatever its budget: the allergies, the problems that are active or of which nobody says that
 * they are over, and the medicines that are being taken.
 *
 * <p>Where there are many, those without a status share lines, and at last all of them do: an id and a name each.
 */
final class Always {

    private static final String NO_STATUS = "status not stated";

    private final List<Fact> allergies;
    private final List<ProblemThread> problems;
    private final List<Course> medications;
    private final ClinicalTime now;

    Always(Folded folded) {
        this.allergies = folded.chart().facts(FactKind.ALLERGY).toList();
        this.problems =
                folded.threads().stream().filter(ProblemThread::isCurrent).toList();
        this.now = folded.chart().asOf();
        this.medications =
                folded.courses().stream().filter(course -> isTaken(course, now)).toList();
    }

    /**
     * What nobody calls active is not taken any more when its own end has come. What somebody still calls active stays, and
     * its line says that its end has passed.
     */
    private static boolean isTaken(Course course, ClinicalTime now) {
        boolean active = course.deciding().stream().anyMatch(fact -> fact.standing() == Standing.ACTIVE);
        return course.isCurrent() && (active || !MedicationLines.isOver(course, now));
    }

    /** The widest form that needs no more than these tokens; the narrowest where none does. */
    List<Line> within(int tokens) {
        List<List<Line>> forms = List.of(lines(false, false), lines(true, false), lines(true, true));
        return forms.stream()
                .filter(form -> form.stream().mapToInt(Line::tokens).sum() <= tokens)
                .findFirst()
                .orElseGet(forms::getLast);
    }

    private List<Line> lines(boolean unstatedShare, boolean allShare) {
        List<Line> lines = new ArrayList<>();
        allergies.forEach(allergy -> lines.add(Line.of(allergy)));
        Stream<Item> asProblems = problems.stream()
                .map(thread ->
                        new Item(ProblemLines.of(thread), thread.deciding(), thread.name(), List.of(), thread.facts()));
        lines.addAll(shared(asProblems.toList(), unstatedShare, allShare));
        Stream<Item> asMedicines = medications.stream()
                .map(course -> new Item(
                        MedicationLines.of(course, now),
                        course.deciding().getFirst(),
                        course.deciding().getFirst().concept().text(),
                        MedicationLines.active(course),
                        course.facts()));
        lines.addAll(shared(asMedicines.toList(), unstatedShare, allShare));
        return lines;
    }

    /** @param besides further facts that must not be missed */
    private record Item(Line line, Fact fact, String name, List<Fact> besides, List<Fact> facts) {
        List<CitationId> ids() {
            return Stream.concat(Stream.of(fact), besides.stream())
                    .map(Fact::id)
                    .distinct()
                    .toList();
        }

        boolean hasStatus() {
            return fact.standing() != Standing.UNSTATED;
        }
    }

    private static List<Line> shared(List<Item> items, boolean unstatedShare, boolean allShare) {
        List<Line> lines = new ArrayList<>();
        items.stream()
                .filter(item -> !allShare && (item.hasStatus() || !unstatedShare))
                .map(Item::line)
                .forEach(lines::add);
        if (allShare) {
            shared("active", items.stream().filter(Item::hasStatus).toList(), lines);
        }
        if (unstatedShare) {
            shared(NO_STATUS, items.stream().filter(item -> !item.hasStatus()).toList(), lines);
        }
        return lines;
    }

    private static void shared(String standing, List<Item> items, List<Line> lines) {
        if (items.isEmpty()) {
            return;
        }
        FactKind kind = items.getFirst().fact().kind();
        String names = items.stream()
                .map(item -> item.ids().stream().map(CitationId::toString).collect(Collectors.joining(" "))
                        + " "
                        + FactLine.oneLine(item.name()))
                .collect(Collectors.joining("; "));
        List<CitationId> cited =
                items.stream().flatMap(item -> item.ids().stream()).toList();
        List<CitationId> folded = items.stream()
                .flatMap(item -> item.facts().stream().map(Fact::id))
                .filter(id -> !cited.contains(id))
                .distinct()
                .toList();
        lines.add(new Line(kind, kind.word() + "s, " + standing + ": " + names, cited, folded));
    }
}
