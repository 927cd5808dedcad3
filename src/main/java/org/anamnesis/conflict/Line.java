package org.anamnesis.conflict;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Passage;

/**
 * One sentence of a note, as something its author says on the note's day.
 *
 * @param passage the sentence
 * @param note the note's fact; it has a time
 * @param before the sentence before it in the same note
 * @param plain the sentence in lower case
 * @param words its words
 */
record Line(Passage passage, Fact note, Optional<Line> before, String plain, Set<String> words) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\d]+");

    private static final Pattern CLAUSE_END = Pattern.compile("[;:]|(?<!\\d)\\.(?=\\s|$)|\\.(?=\\s|$)"
            + "|,?\\s(?:but|although|though|however|whereas|because|so|while)\\s"
            + "|,\\s(?:and\\s)?(?=(?:s?he|they|it|we|i|his|her|the|this|pt|patient)\\s)");

    static Line of(Passage passage, Fact note, Optional<Line> before) {
        String plain = passage.text().toLowerCase(Locale.ROOT);
        return new Line(
                passage,
                note,
                before,
                plain,
                BETWEEN_WORDS.splitAsStream(plain).collect(Collectors.toUnmodifiableSet()));
    }

    CitationId id() {
        return passage.id();
    }

    String text() {
        return passage.text();
    }

    LocalDate day() {
        return note.time().orElseThrow().date();
    }

    /** The heading it stands under, in lower case; empty where there is none. */
    String section() {
        return passage.section().orElse("").toLowerCase(Locale.ROOT);
    }

    /** The clause around a place of the sentence. */
    Clause clauseAt(int at) {
        int start = 0;
        Matcher ends = CLAUSE_END.matcher(plain);
        while (ends.find()) {
            if (ends.start() >= at) {
                return new Clause(plain, start, ends.start());
            }
            start = ends.end();
        }
        return new Clause(plain, start, plain.length());
    }

    /** Whether it stands in the same note. */
    boolean isBeside(Line other) {
        return note.id().equals(other.note.id());
    }
}
