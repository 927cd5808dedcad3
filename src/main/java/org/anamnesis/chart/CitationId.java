package org.anamnesis.chart;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short id by which a statement cites a fact of one chart, e.g. {@code M3}: the kind's letter and a number from 1.
 *
 * <p>It means something only together with the chart it was given out in.
 */
public record CitationId(FactKind kind, int number) implements Comparable<CitationId> {

    private static final Pattern FORM = Pattern.compile("([A-Z])([1-9][0-9]{0,5})");

    public CitationId {
        if (number < 1) {
            throw new IllegalArgumentException("a citation's number starts at 1");
        }
    }

    /** Reads an id as a model or a caller wrote it; empty where it is not of the form. */
    public static Optional<CitationId> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return FactKind.ofLetter(form.group(1).charAt(0))
                .map(kind -> new CitationId(kind, Integer.parseInt(form.group(2))));
    }

    @Override
    public int compareTo(CitationId other) {
        return Comparator.comparing(CitationId::kind)
                .thenComparing(CitationId::number)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return String.valueOf(kind.letter()) + number;
    }
}
