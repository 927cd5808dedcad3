package org.anamnesis.focus;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words in a row as names are compared: lower case, without accents and punctuation; decimals stay whole. */
record Phrase(List<String> words) {

    /** One word of a question or a name; the index is built of the same ones. */
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:\\.\\p{N}+)?");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    Phrase {
        words = List.copyOf(words);
    }

    static Phrase of(String text) {
        return new Phrase(
                WORD.matcher(folded(text)).results().map(MatchResult::group).toList());
    }

    /** Lower case and without accents, of the same length as long as the text has no ligatures. */
    static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    int length() {
        return words.size();
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
