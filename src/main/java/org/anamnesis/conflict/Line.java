package org.anamnesis.conflict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Passage;
import org.jspecify.annotations.Nullable;

/** One sentence of a note, as something its author says on the note's day. */
final class Line {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\d]+");

    private static final Pattern CLAUSE_END = Pattern.compile("[;:]|(?<!\\d)\\.(?=\\s|$)|\\.(?=\\s|$)"
            + "|,?\\s(?:but|although|though|however|whereas|because|so|while)\\s"
            + "|,\\s(?:and\\s)?(?=(?:s?he|they|it|we|i|his|her|the|this|pt|patient)\\s)");

    private final Passage passage;
    private final Fact note;
    private final Optional<Line> before;
    private final String plain;
    private final Set<String> words;
    /** In order; found when they are first asked for. */
    private List<Clause> clauses = List.of();

    private Line(Passage passage, Fact note, Optional<Line> before, String plain, Set<String> words) {
        this.passage = passage;
        this.note = note;
        this.before = before;
        this.plain = plain;
        this.words = words;
    }

    /**
     * A sentence.
     *
     * @param note the note's fact; it has a time
     * @param before the sentence before it in the same note
     */
    static Line of(Passage passage, Fact note, Optional<Line> before) {
        String plain = passage.text().toLowerCase(Locale.ROOT);
        return new Line(
                passage,
                note,
                before,
                plain,
                BETWEEN_WORDS.splitAsStream(plain).collect(Collectors.toUnmodifiableSet()));
    }

    /** The note's fact. */
    Fact note() {
        return note;
    }

    /** The sentence before it in the same note. */
    Optional<Line> before() {
        return before;
    }

    /** The sentence in lower case. */
    String plain() {
        return plain;
    }

    /** Its words in lower case. */
    Set<String> words() {
        return words;
    }

    CitationId id() {
        return passage.id();
    }

    /** The same sentence of the same note. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Line line && passage.equals(line.passage);
    }

    @Override
    public int hashCode() {
        return passage.id().hashCode();
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
        if (clauses.isEmpty()) {
            clauses = clauses(plain);
        }
        for (Clause clause : clauses) {
            if (clause.end() >= at) {
                return clause;
            }
        }
        return clauses.getLast();
    }

    private static List<Clause> clauses(String plain) {
        List<Clause> clauses = new ArrayList<>();
        int start = 0;
        Matcher ends = CLAUSE_END.matcher(plain);
        while (ends.find()) {
            clauses.add(new Clause(plain, start, ends.start()));
            start = ends.end();
        }
        clauses.add(new Clause(plain, start, plain.length()));
        return List.copyOf(clauses);
    }

    /** Whether it stands in the same note. */
    boolean isBeside(Line other) {
        return note.id().equals(other.note.id());
    }
}
