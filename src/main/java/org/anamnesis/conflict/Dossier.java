package org.anamnesis.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.Course;
import org.anamnesis.course.Courses;
import org.anamnesis.course.DrugMentions;

/**
 * A chart with what the rules look at, worked out once.
 *
 * @param chart the chart
 * @param courses its courses
 * @param lines the sentences of the notes that count as a clinician's record, in time order
 * @param drugs the drugs named in these
 */
record Dossier(Chart chart, List<Course> courses, List<Line> lines, List<DrugLine> drugs) {

    /** What a patient writes is no clinician's record; a text written by software is no source of its own. */
    private static final Pattern NO_RECORD = Pattern.compile("\\b(?:portal|patient|secure) messag|\\be-?mail\\b");

    static Dossier of(Chart chart) {
        List<Course> courses = Courses.of(chart);
        List<Line> lines = lines(chart);
        DrugMentions mentions = new DrugMentions(courses);
        List<DrugLine> drugs = lines.stream()
                .flatMap(line -> DrugLine.in(line, mentions, courses).stream())
                .toList();
        return new Dossier(chart, courses, lines, drugs);
    }

    private static List<Line> lines(Chart chart) {
        List<Line> lines = new ArrayList<>();
        for (Note note : chart.notes()) {
            Optional<Fact> fact = chart.fact(note.id()).filter(Dossier::isRecord);
            if (fact.isPresent() && note.body() instanceof Note.Body.Text text) {
                Optional<Line> before = Optional.empty();
                for (Passage passage : text.passages()) {
                    Line line = Line.of(passage, fact.get(), before);
                    lines.add(line);
                    before = Optional.of(line);
                }
            }
        }
        lines.sort((one, other) -> {
            int inTime = one.note()
                    .time()
                    .orElseThrow()
                    .compareTo(other.note().time().orElseThrow());
            return inTime != 0 ? inTime : one.id().compareTo(other.id());
        });
        return List.copyOf(lines);
    }

    private static boolean isRecord(Fact note) {
        boolean bySoftware = note.attributes(Attribute.Role.CATEGORY)
                .anyMatch(category -> category.text().equals("written with AI"));
        return note.time().isPresent()
                && note.standing() != Standing.INACTIVE
                && !bySoftware
                && !NO_RECORD
                        .matcher(note.concept().text().toLowerCase(Locale.ROOT))
                        .find();
    }
}
