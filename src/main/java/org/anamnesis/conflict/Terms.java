package org.anamnesis.conflict;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Some terms, any of which may stand in a text as whole words.
 *
 * @param pattern finds them
 * @param openings the first words of the terms, as far as they are written out
 * @param stems the beginnings of those first words that may end in any way
 */
record Terms(Pattern pattern, List<String> openings, List<String> stems) {

    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\d]+");

    /** Reads terms separated by commas; a star stands for any ending of a word, or for one word. */
    static Terms of(String listed) {
        return of(List.of(listed.strip().split("\\s*,\\s*")));
    }

    static Terms of(List<String> terms) {
        List<String> first = terms.stream().map(Terms::opening).toList();
        return new Terms(
                Pattern.compile(terms.stream().map(Terms::form).collect(Collectors.joining("|", "(?:", ")"))),
                first.stream().filter(word -> !word.endsWith("*")).distinct().toList(),
                first.stream()
                        .filter(word -> word.endsWith("*"))
                        .map(word -> word.substring(0, word.length() - 1))
                        .distinct()
                        .toList());
    }

    /** Whether one of them stands in a sentence. */
    boolean isIn(Line line) {
        return mayBeIn(line) && pattern.matcher(line.plain()).find();
    }

    boolean isIn(String words) {
        return mayBeIn(words) && pattern.matcher(words).find();
    }

    Matcher in(Line line) {
        return pattern.matcher(line.plain());
    }

    /** Whether the sentence has a first word of one of them; a quick look before the exact one. */
    boolean mayBeIn(Line line) {
        for (String opening : openings) {
            if (line.says(opening)) {
                return true;
            }
        }
        for (String stem : stems) {
            if (line.saysOneOf(stem)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the letters of a first word of one of them stand anywhere in words; a quick look before the exact one. */
    boolean mayBeIn(String words) {
        for (String opening : openings) {
            if (words.contains(opening)) {
                return true;
            }
        }
        for (String stem : stems) {
            if (words.contains(stem)) {
                return true;
            }
        }
        return false;
    }

    private static String opening(String term) {
        String word = term.split(" ", 2)[0];
        String[] parts = WORD.split(word.replace("*", ""), -1);
        String first =
                Arrays.stream(parts).filter(part -> !part.isEmpty()).findFirst().orElse("");
        return word.endsWith("*") || first.isEmpty() ? first + "*" : first;
    }

    private static String form(String term) {
        String words = Arrays.stream(term.split(" "))
                .map(word -> word.equals("*")
                        ? "\\S+"
                        : Pattern.quote(word.replace("*", "")) + (word.endsWith("*") ? "\\p{L}*" : ""))
                .collect(Collectors.joining("\\s+"));
        boolean opensWithAWord = Character.isLetterOrDigit(term.charAt(0));
        boolean endsWithAWord = Character.isLetterOrDigit(term.charAt(term.length() - 1));
        return (opensWithAWord ? "(?<![\\p{L}\\d])" : "") + words + (endsWithAWord ? "(?![\\p{L}\\d])" : "");
    }
}
