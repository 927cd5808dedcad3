package org.anamnesis.injection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds in one pass over a text which of many demands it meets. For one thread while it is filled, then for many. */
final class DemandedWords {

    /** A power of two; words are kept by their first two characters. */
    private static final int BUCKETS = 4096;

    private record Word(String letters, BitSet demands) {}

    private final Map<Set<String>, Integer> numbers = new LinkedHashMap<>();
    private final List<List<Word>> buckets = new ArrayList<>();

    DemandedWords() {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            buckets.add(List.of());
        }
    }

    /** Learns some demands, and gives their numbers. */
    BitSet numbered(List<Set<String>> demands) {
        BitSet all = new BitSet();
        for (Set<String> demand : demands) {
            int next = numbers.size();
            Integer known = numbers.putIfAbsent(demand, next);
            if (known == null) {
                demand.forEach(word -> word(word).demands().set(next));
            }
            all.set(known == null ? next : known);
        }
        return all;
    }

    private Word word(String letters) {
        int bucket = bucket(letters.charAt(0), letters.charAt(1));
        for (Word known : buckets.get(bucket)) {
            if (known.letters().equals(letters)) {
                return known;
            }
        }
        Word word = new Word(letters, new BitSet());
        List<Word> more = new ArrayList<>(buckets.get(bucket));
        more.add(word);
        buckets.set(bucket, List.copyOf(more));
        return word;
    }

    /** The numbers of the demands that a part of a text meets. */
    BitSet metIn(String text, int from, int to) {
        BitSet met = new BitSet(numbers.size());
        for (int at = from; at + 1 < to; at++) {
            for (Word word : buckets.get(bucket(text.charAt(at), text.charAt(at + 1)))) {
                if (at + word.letters().length() <= to && text.startsWith(word.letters(), at)) {
                    met.or(word.demands());
                }
            }
        }
        return met;
    }

    private static int bucket(char first, char second) {
        return (first * 31 + second) & (BUCKETS - 1);
    }
}
