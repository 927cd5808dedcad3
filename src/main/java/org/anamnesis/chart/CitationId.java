package org.anamnesis.chart;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short id by which a statement cites a fact of one chart, e.g. {@code M3}: the kind's letter and a number from 1. A
 * sentence of a note is cited behind its note, e.g. {@code N3.12}, counted from 1.
 *
 * <p>It means something only together with the chart it was given out in.
 *
 * @param kind what the fact is about
 * @param number the fact's number among its kind, from 1
 * @param sentence the sentence within a note, from 1; absent where the whole fact is meant
 */
public record CitationId(FactKind kind, int number, OptionalInt sentence) implements Comparable<CitationId> {

    private static final Pattern FORM = Pattern.compile("([A-Z])([1-9][0-9]{0,5})(?:\\.([1-9][0-9]{0,4}))?");

    private static final Comparator<CitationId> ORDER = Comparator.comparing(CitationId::kind)
            .thenComparingInt(CitationId::number)
            .thenComparingInt(id -> id.sentence().orElse(0));

    public CitationId {
        if (number < 1 || sentence.orElse(1) < 1) {
            throw new IllegalArgumentException("a citation's number starts at 1");
        }
        if (sentence.isPresent() && kind != FactKind.NOTE) {
            throw new IllegalArgumentException("only notes have sentences");
        }
    }

    /** The id of a whole fact. */
    public CitationId(FactKind kind, int number) {
        this(kind, number, OptionalInt.empty());
    }

    /** The id of one of this note's sentences, counted from 1. */
    public CitationId sentence(int place) {
        return new CitationId(kind, number, OptionalInt.of(place));
    }

    /** The id of the whole fact this one is a part of; itself where it is whole. */
    public CitationId whole() {
        return new CitationId(kind, number);
    }

    /** Reads an id as a model or a caller wrote it; empty where it is not of the form. */
    public static Optional<CitationId> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String sentence = form.group(3);
        return FactKind.ofLetter(form.group(1).charAt(0))
                .filter(kind -> sentence == null || kind == FactKind.NOTE)
                .map(kind -> new CitationId(
                        kind,
                        Integer.parseInt(form.group(2)),
                        sentence == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(sentence))));
    }

    @Override
    public int compareTo(CitationId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String id = String.valueOf(kind.letter()) + number;
        return sentence.isPresent() ? id + "." + sentence.getAsInt() : id;
    }
}
