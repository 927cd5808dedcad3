package org.anamnesis.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text as the source of another one: what of the other it bears out, and what of it the other leaves out. */
public final class SourceText {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Punct}]+");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n");
    private static final Set<String> PERSON = Set.of("he", "his", "him", "she", "her", "hers");
    private static final int TEN = 10;

    /** So many words missing count as half. */
    private static final double HALF_UNSUPPORTED = 3;

    /** So many left out of a text that tells nothing. */
    private static final double HALF_OMITTED = 12;

    private static final double WORDS_SUMMED_UP = 3;

    private final String plain;
    private final Set<String> words;
    private final List<Set<String>> sentences;

    public SourceText(String text) {
        this.plain = " " + plain(text) + " ";
        this.words = telling(text);
        this.sentences = SENTENCE.splitAsStream(text)
                .map(SourceText::telling)
                .filter(set -> !set.isEmpty())
                .toList();
    }

    /** Whether a sentence stands in it, word for word or by all of its telling words in one sentence. */
    public boolean holds(String sentence) {
        String wanted = plain(sentence);
        if (wanted.isEmpty() || plain.contains(" " + wanted + " ")) {
            return true;
        }
        Set<String> telling = telling(sentence);
        for (int i = 0; i < sentences.size(); i++) {
            boolean alike = isDenied(telling) == isDenied(sentences.get(i));
            if (alike && !telling.isEmpty() && sentences.get(i).containsAll(telling)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDenied(Set<String> words) {
        return words.contains("no") || words.contains("not") || words.contains("without") || words.contains("never");
    }

    /**
     * How much a text tells that this one does not: 0 for nothing, nearer to 1 with each word. A count and no share, since one
     * invented finding is as bad in a long text as in a short one.
     */
    public double unsupported(String text) {
        long missing =
                telling(text).stream().filter(word -> !words.contains(word)).count();
        return missing / (missing + HALF_UNSUPPORTED);
    }

    /**
     * How much of what this text tells a text leaves out: 0 for nothing, nearer to 1 with each, and
     * less where it tells more. A word of a summary stands for several of what it sums up.
     */
    public double omitted(String text) {
        Set<String> theirs = telling(text);
        long missing = words.stream().filter(word -> !theirs.contains(word)).count();
        return missing / (missing + WORDS_SUMMED_UP * theirs.size() + HALF_OMITTED);
    }

    private static String plain(String text) {
        return SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The words that tell something, each by its meaning; numbers as digits. */
    private static Set<String> telling(String text) {
        List<Lexer.Piece> pieces = Lexer.pieces(text);
        Set<String> telling = new LinkedHashSet<>(numbers(pieces));
        for (String stem : Phrases.stems(text)) {
            boolean isWord = stem.length() > 1 || Character.isDigit(stem.charAt(0));
            if (isWord && !Phrases.isNarrativeStem(stem) && !PERSON.contains(stem)) {
                telling.add(stem);
            }
        }
        NumberWords.TENS.forEach(telling::remove);
        NumberWords.ONES.forEach(telling::remove);
        return telling;
    }

    private static Set<String> numbers(List<Lexer.Piece> pieces) {
        List<String> numbers = new ArrayList<>();
        int tens = 0;
        for (Lexer.Piece piece : pieces) {
            piece.amount()
                    .map(Amount::value)
                    .map(BigDecimal::stripTrailingZeros)
                    .map(BigDecimal::toPlainString)
                    .ifPresent(numbers::add);
            if (piece.kind() == Lexer.Kind.AGE) {
                numbers.add(piece.text());
            }
            String word = piece.text();
            int ten = NumberWords.TENS.indexOf(word);
            int one = NumberWords.ONES.indexOf(word);
            if (tens > 0 && one < 1) {
                numbers.add(String.valueOf(tens));
            }
            if (one >= 0) {
                numbers.add(String.valueOf(tens + one));
            }
            tens = ten >= 0 ? (ten + 2) * TEN : 0;
        }
        return numbers.stream().collect(Collectors.toSet());
    }
}
