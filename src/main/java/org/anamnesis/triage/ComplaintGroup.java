package org.anamnesis.triage;

import java.util.List;
import org.anamnesis.score.Rows;

/**
 * A group of complaints that mean the same at a triage desk.
 *
 * @param key its name in the rules
 * @param name its name for people
 * @param phrases the words for it
 * @param exceptions words beside which it is not meant
 * @param alone whether it is meant only where no other group is
 * @param resources how many kinds of resources such a visit usually needs
 * @param sources keys of the publications
 */
record ComplaintGroup(
        String key,
        String name,
        List<Phrase> phrases,
        List<Phrase> exceptions,
        boolean alone,
        Resources resources,
        List<String> sources) {

    private static final String EXCEPT = "!";

    static ComplaintGroup of(Rows.Row row, ComplaintReader reader) {
        List<String> phrases = row.list("phrases");
        return new ComplaintGroup(
                row.cell("group"),
                row.cell("name"),
                phrases.stream()
                        .filter(phrase -> !phrase.startsWith(EXCEPT))
                        .map(phrase -> Phrase.of(phrase, reader))
                        .toList(),
                phrases.stream()
                        .filter(phrase -> phrase.startsWith(EXCEPT))
                        .map(phrase -> Phrase.of(phrase.substring(1), reader))
                        .toList(),
                row.cell("beside").equals("alone"),
                Resources.of(row.cell("resources")),
                row.list("source"));
    }

    /** Whether one of the parts of a complaint means this group. */
    boolean isMeantIn(List<Part> complaint) {
        return complaint.stream().anyMatch(part -> isSaid(phrases, part) && !isSaid(exceptions, part));
    }

    private static boolean isSaid(List<Phrase> phrases, Part part) {
        return phrases.stream().anyMatch(phrase -> phrase.isSaidIn(part));
    }
}
