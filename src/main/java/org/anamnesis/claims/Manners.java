package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.wordlist.WordList;

/** The words that tell in which manner something is said, and what is done in other words. */
final class Manners {

    private static final Map<String, Manner> WORDS = new HashMap<>();
    private static final Map<String, String> DOINGS = new HashMap<>();
    private static final Set<String> GRAMMAR = new HashSet<>();
    private static final Set<String> ORDERS = new HashSet<>();
    private static int longest = 1;

    static {
        for (String line : WordList.lines("claims/manners.txt")) {
            String[] sides = line.split(" = ", 2);
            WordList.terms(sides[1]).forEach(phrase -> WORDS.put(key(phrase), Manner.valueOf(sides[0])));
        }
        for (String line : WordList.lines("claims/doing-words.txt")) {
            String[] sides = line.split(" = ", 2);
            DOINGS.put(Stem.of(sides[0]), sides[0]);
            WordList.terms(sides[1]).forEach(phrase -> DOINGS.put(key(phrase), sides[0]));
        }
        WordList.lines("claims/order-words.txt").forEach(line -> ORDERS.addAll(List.of(line.split(" ", -1))));
        WordList.lines("claims/grammar-words.txt").forEach(line -> GRAMMAR.addAll(List.of(line.split(" ", -1))));
    }

    private Manners() {}

    /** A phrase of one of the lists, from a place on. */
    record Found<T>(T meaning, int length) {}

    static Optional<Found<Manner>> at(List<Lexer.Piece> pieces, int from) {
        return longest(pieces, from, WORDS);
    }

    static Optional<Found<String>> doing(List<Lexer.Piece> pieces, int from) {
        return longest(pieces, from, DOINGS);
    }

    /** A stem by what it is compared by. */
    static String doing(String stem) {
        return DOINGS.getOrDefault(stem, stem);
    }

    /** Whether a verb that stands first tells an order. */
    static boolean isOrder(String word) {
        return ORDERS.contains(word);
    }

    static boolean isGrammar(String word) {
        return GRAMMAR.contains(word);
    }

    private static <T> Optional<Found<T>> longest(List<Lexer.Piece> pieces, int from, Map<String, T> known) {
        Optional<Found<T>> best = Optional.empty();
        StringBuilder key = new StringBuilder();
        for (int length = 1; length <= longest && from + length <= pieces.size(); length++) {
            Lexer.Piece piece = pieces.get(from + length - 1);
            if (piece.kind() != Lexer.Kind.WORD) {
                break;
            }
            key.append(length == 1 ? "" : " ").append(piece.text());
            T meaning = known.get(key.toString());
            if (meaning != null) {
                best = Optional.of(new Found<>(meaning, length));
            }
        }
        return best;
    }

    private static String key(String phrase) {
        List<String> words = new ArrayList<>();
        for (Lexer.Piece piece : Lexer.pieces(phrase)) {
            if (piece.kind() == Lexer.Kind.WORD) {
                words.add(piece.text());
            }
        }
        longest = Math.max(longest, words.size());
        return words.isEmpty() ? phrase : String.join(" ", words);
    }
}
