package org.anamnesis.conflict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Fibonacci hashing to six bits. */
    private static final int SPREAD = 0x9E3779B9;

    private static final int FOLD = 26;

    private final Passage passage;
    private final Fact note;
    private final Optional<Line> before;
    private final String plain;
    /** In order, to be searched. */
    private final String[] words;
    /** A bit for each of its words: many terms are looked for in many sentences, and most are not there. */
    private final long whole;
    /** A bit for the first two letters of each of its words. */
    private final long beginnings;
    /** In order; found when they are first asked for. */
    private List<Clause> clauses = List.of();

    private Line(Passage passage, Fact note, Optional<Line> before, String plain, String[] words) {
        this.passage = passage;
        this.note = note;
        this.before = before;
        this.plain = plain;
        this.words = words;
        this.whole = Arrays.stream(words).mapToLong(Line::bit).reduce(0, (one, other) -> one | other);
        this.beginnings = Arrays.stream(words).mapToLong(Line::beginning).reduce(0, (one, other) -> one | other);
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
                BETWEEN_WORDS.splitAsStream(plain).sorted().toArray(String[]::new));
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

    /** Whether it has a word, in lower case. */
    boolean says(String word) {
        return (whole & bit(word)) != 0 && Arrays.binarySearch(words, word) >= 0;
    }

    /** Whether it has a word that begins so, in lower case. */
    boolean saysOneOf(String beginning) {
        if (beginning.length() > 1 && (beginnings & beginning(beginning)) == 0) {
            return false;
        }
        int found = Arrays.binarySearch(words, beginning);
        int next = -found - 1;
        return found >= 0 || (next < words.length && words[next].startsWith(beginning));
    }

    private static long bit(String word) {
        return bit(word.hashCode());
    }

    private static long beginning(String word) {
        return word.length() < 2 ? 0 : bit(word.charAt(0) * 31 + word.charAt(1));
    }

    private static long bit(int hash) {
        return 1L << (hash * SPREAD >>> FOLD);
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
