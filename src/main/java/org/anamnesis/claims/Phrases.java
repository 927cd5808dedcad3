package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.wordlist.WordList;

/** The phrases the word files know, by their words. */
final class Phrases {

    /** What a phrase can be; several at once, e.g. "immune" is an antibody and a positive result. */
    record Entry(
            Optional<Cue> cue, Optional<String> way, Optional<String> often, List<String> meaning, boolean filler) {

        private static final Entry NOTHING =
                new Entry(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);
    }

    /** A phrase that stands in a text from a piece on. */
    record Found(Entry entry, int length) {}

    private static final Map<String, Entry> ENTRIES = new HashMap<>();
    private static final Map<String, List<String>> MEANINGS = new HashMap<>();
    private static final Set<String> OPTIONAL = new HashSet<>();
    private static final Set<String> NARRATIVE = new HashSet<>();
    private static int longest = 1;

    static {
        WordList.lines("claims/optional-words.txt").forEach(line -> {
            for (String word : line.split(" ", -1)) {
                OPTIONAL.add(Stem.of(word));
            }
        });
        pairs("synonyms.txt", (left, phrase) -> {
            List<String> words = List.of(left.split(" ", -1));
            MEANINGS.put(key(phrase), words);
            put(phrase, entry -> new Entry(entry.cue(), entry.way(), entry.often(), words, entry.filler()));
        });
        for (String line : WordList.lines("claims/drug-classes.txt")) {
            List<String> names = WordList.terms(line.split(" = ", 2)[0]);
            List<String> words = List.of(names.getFirst().split(" ", -1));
            for (String name : names) {
                MEANINGS.put(key(name), words);
                put(name, entry -> new Entry(entry.cue(), entry.way(), entry.often(), words, entry.filler()));
            }
        }
        pairs(
                "ways.txt",
                (way, phrase) -> put(
                        phrase,
                        entry -> new Entry(
                                entry.cue(), Optional.of(way), entry.often(), entry.meaning(), entry.filler())));
        pairs(
                "frequencies.txt",
                (often, phrase) -> put(
                        phrase,
                        entry -> new Entry(
                                entry.cue(), entry.way(), Optional.of(often), entry.meaning(), entry.filler())));
        pairs(
                "cues.txt",
                (cue, phrase) -> put(
                        phrase,
                        entry -> new Entry(
                                entry.cue().or(() -> Optional.of(Cue.valueOf(cue))),
                                entry.way(),
                                entry.often(),
                                entry.meaning(),
                                entry.filler())));
        WordList.lines("claims/narrative-words.txt").forEach(line -> {
            for (String word : line.split(" ", -1)) {
                put(word, entry -> new Entry(entry.cue(), entry.way(), entry.often(), entry.meaning(), true));
                NARRATIVE.add(Stem.of(word));
            }
        });
    }

    private Phrases() {}

    /** The longest phrase that starts at a piece; empty where none does. */
    static Optional<Found> at(List<Lexer.Piece> pieces, int from) {
        return longest(pieces, from, ENTRIES);
    }

    /** Whether a name need not repeat a word. */
    static boolean isOptional(String stem) {
        return OPTIONAL.contains(stem);
    }

    /** Whether a word, in any of its forms, tells nothing of a patient. */
    static boolean isNarrative(String word) {
        return NARRATIVE.contains(Stem.of(word));
    }

    static boolean isNarrativeStem(String stem) {
        return NARRATIVE.contains(stem);
    }

    /** The words of a text as stems, in their order, each phrase by its meaning. */
    static List<String> stems(String text) {
        List<Lexer.Piece> pieces = Lexer.pieces(text);
        List<String> stems = new ArrayList<>();
        int at = 0;
        while (at < pieces.size()) {
            Optional<Match> match = meaning(pieces, at);
            if (match.isPresent()) {
                match.get().words().forEach(word -> stems.add(Stem.of(word)));
                at += match.get().length();
            } else {
                if (pieces.get(at).kind() != Lexer.Kind.MARK) {
                    stems.add(Stem.of(pieces.get(at).text().toLowerCase(Locale.ROOT)));
                }
                at++;
            }
        }
        return stems;
    }

    /** What ways a text tells. */
    static Set<String> ways(String text) {
        return told(text, Entry::way);
    }

    /** What rhythms a text tells. */
    static Set<String> rhythms(String text) {
        return told(text, Entry::often);
    }

    private static Set<String> told(String text, java.util.function.Function<Entry, Optional<String>> part) {
        List<Lexer.Piece> pieces = Lexer.pieces(text.replace(':', ' '));
        Set<String> told = new HashSet<>();
        int at = 0;
        while (at < pieces.size()) {
            Optional<Found> found = at(pieces, at);
            found.flatMap(one -> part.apply(one.entry())).ifPresent(told::add);
            at += found.map(Found::length).orElse(1);
        }
        return told;
    }

    private record Match(List<String> words, int length) {}

    private static Optional<Match> meaning(List<Lexer.Piece> pieces, int from) {
        return longest(pieces, from, MEANINGS)
                .map(found -> new Match(found.entry().meaning(), found.length()));
    }

    private static Optional<Found> longest(List<Lexer.Piece> pieces, int from, Map<String, ?> known) {
        StringBuilder key = new StringBuilder();
        Optional<Found> best = Optional.empty();
        for (int length = 1; length <= longest && from + length <= pieces.size(); length++) {
            Lexer.Piece piece = pieces.get(from + length - 1);
            if (piece.kind() == Lexer.Kind.MARK) {
                break;
            }
            key.append(length == 1 ? "" : " ").append(key(piece));
            Object entry = known.get(key.toString());
            entry = entry == null && isPlural(key) ? known.get(key.substring(0, key.length() - 1)) : entry;
            if (entry instanceof Entry phrase) {
                best = Optional.of(new Found(phrase, length));
            } else if (entry instanceof List<?> words) {
                List<String> meaning = words.stream().map(String::valueOf).toList();
                best = Optional.of(new Found(
                        new Entry(Optional.empty(), Optional.empty(), Optional.empty(), meaning, false), length));
            }
        }
        return best;
    }

    private static boolean isPlural(CharSequence key) {
        int last = key.length() - 1;
        return last > 2
                && key.charAt(last) == 's'
                && key.charAt(last - 1) != 's'
                && key.charAt(last - 1) != 'u'
                && key.charAt(last - 1) != 'i';
    }

    private static String key(Lexer.Piece piece) {
        return piece.amount()
                .filter(amount -> amount.unit().isPresent())
                .map(Amount::written)
                .orElse(piece.text())
                .toLowerCase(Locale.ROOT);
    }

    private static String key(String phrase) {
        StringBuilder key = new StringBuilder();
        for (Lexer.Piece piece : Lexer.pieces(phrase)) {
            if (piece.kind() != Lexer.Kind.MARK) {
                key.append(key.isEmpty() ? "" : " ").append(key(piece));
            }
        }
        return key.toString();
    }

    private static void put(String phrase, java.util.function.UnaryOperator<Entry> change) {
        String key = key(phrase);
        longest = Math.max(longest, key.split(" ", -1).length);
        ENTRIES.put(key, change.apply(ENTRIES.getOrDefault(key, Entry.NOTHING)));
    }

    private static void pairs(String file, java.util.function.BiConsumer<String, String> each) {
        for (String line : WordList.lines("claims/" + file)) {
            String[] sides = line.split(" = ", 2);
            if (file.equals("synonyms.txt")) {
                each.accept(sides[0], sides[0]);
            }
            for (String phrase : sides[1].split(",\\s*", -1)) {
                each.accept(sides[0], phrase);
            }
        }
    }
}
