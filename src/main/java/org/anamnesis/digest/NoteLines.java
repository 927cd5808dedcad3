package org.anamnesis.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;

/** Notes as lines: each note's title, and the sentences that say what was found, thought and decided. */
final class NoteLines {

    private static final Pattern TELLING = Pattern.compile(
            "(?i)assess|impression|diagnos|plan|summary|course|recommend|follow|pending|disposition|allerg|medication"
                    + "|code status|resuscitation|problem");

    private NoteLines() {}

    /** The notes' titles, the newest first. */
    static List<Line> titles(Chart chart) {
        return notes(chart).stream().map(Line::of).toList();
    }

    /** Their telling sentences, the newest note first. */
    static List<Line> sentences(Chart chart) {
        List<Line> lines = new ArrayList<>();
        for (Fact note : notes(chart)) {
            if (chart.note(note.id()).map(Note::body).orElse(null) instanceof Note.Body.Text text) {
                text.passages().stream()
                        .filter(NoteLines::isTelling)
                        .map(NoteLines::line)
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /** How many notes are not told because a model wrote them. */
    static int writtenWithAi(Chart chart) {
        return (int) chart.facts(FactKind.NOTE).filter(Note::isWrittenWithAi).count();
    }

    /** One sentence under its id. */
    static Line line(Passage passage) {
        String section = passage.section()
                .map(FactLine::oneLine)
                .filter(heading -> !heading.equals(passage.text()))
                .map(heading -> heading + ": ")
                .orElse("");
        return new Line(
                FactKind.NOTE,
                passage.id() + " | " + FactKind.NOTE.word() + " | " + section + FactLine.oneLine(passage.text()),
                List.of(passage.id()),
                List.of());
    }

    private static boolean isTelling(Passage passage) {
        return passage.section()
                        .filter(section -> TELLING.matcher(section).find())
                        .isPresent()
                && passage.section().filter(passage.text()::equals).isEmpty();
    }

    private static List<Fact> notes(Chart chart) {
        return chart.facts(FactKind.NOTE)
                .filter(note -> !Note.isWrittenWithAi(note))
                .sorted(Comparator.comparing(
                        (Fact note) -> note.time().orElse(null),
                        Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder())))
                .toList();
    }
}
