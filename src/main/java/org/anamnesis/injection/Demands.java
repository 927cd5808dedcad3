package org.anamnesis.injection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words without which a regular expression cannot match, read from the expression itself, so that nobody has to list them
 * beside it: a text that lacks them need not be searched. Each set is one demand, and any of its words meets it.
 *
 * <p>What stands in lookarounds, in optional parts and in classes of characters demands nothing.
 */
final class Demands {

    /** One letter stands in every text. */
    private static final int SHORTEST = 2;

    /** Escapes that stand for one of several characters, or for a place between two. */
    private static final String CLASSES = "bBsSwWdDn";

    private static final Comparator<Set<String>> TELLING =
            Comparator.comparingInt(Demands::shortest).thenComparing(words -> -words.size());

    private final String pattern;
    private int at;

    private Demands(String pattern) {
        this.pattern = pattern;
    }

    /**
     * What an expression demands; empty where it demands no word.
     *
     * @throws IllegalArgumentException where the expression has syntax that the word list's patterns do not use
     */
    static List<Set<String>> of(String pattern) {
        Demands reader = new Demands(pattern);
        List<Set<String>> demands = reader.alternatives();
        if (reader.at < pattern.length()) {
            throw reader.unknown();
        }
        return demands;
    }

    /** Up to the bracket that closes the group, or the end. */
    private List<Set<String>> alternatives() {
        List<List<Set<String>>> all = new ArrayList<>();
        all.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            all.add(sequence());
        }
        return all.size() == 1 ? all.getFirst() : anyOf(all).map(List::of).orElseGet(List::of);
    }

    /** Of each alternative the demand that tells most; none where one alternative demands nothing. */
    private static Optional<Set<String>> anyOf(List<List<Set<String>>> alternatives) {
        Set<String> words = new HashSet<>();
        for (List<Set<String>> demands : alternatives) {
            Optional<Set<String>> best = demands.stream().max(TELLING);
            if (best.isEmpty()) {
                return Optional.empty();
            }
            words.addAll(best.get());
        }
        return Optional.of(words);
    }

    private static int shortest(Set<String> words) {
        return words.stream().mapToInt(String::length).min().orElse(0);
    }

    private List<Set<String>> sequence() {
        List<Set<String>> demands = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            Optional<Character> letter = letter();
            if (letter.isPresent()) {
                boolean once = isOnce();
                boolean optional = isOptional();
                if (!optional) {
                    word.append(letter.get().charValue());
                }
                if (!once) {
                    end(word, demands);
                }
            } else {
                end(word, demands);
                List<Set<String>> inner = group();
                if (!isOptional()) {
                    demands.addAll(inner);
                }
            }
        }
        end(word, demands);
        return demands;
    }

    private static void end(StringBuilder word, List<Set<String>> demands) {
        if (word.length() >= SHORTEST) {
            demands.add(Set.of(word.toString()));
        }
        word.setLength(0);
    }

    /** The character that stands for itself here; a blank does not, it stands for any white space. */
    private Optional<Character> letter() {
        char here = pattern.charAt(at);
        if (here == '\\') {
            char escaped = pattern.charAt(at + 1);
            if (Character.isLetterOrDigit(escaped)) {
                return Optional.empty();
            }
            at += 2;
            return Optional.of(escaped);
        }
        if ("([.^$ ".indexOf(here) >= 0) {
            return Optional.empty();
        }
        if ("?*+{".indexOf(here) >= 0) {
            throw unknown();
        }
        at++;
        return Optional.of(here);
    }

    /** What is no letter: a group, a class of characters, a place. */
    private List<Set<String>> group() {
        char here = pattern.charAt(at++);
        if (here == '\\') {
            if (CLASSES.indexOf(pattern.charAt(at++)) < 0) {
                throw unknown();
            }
        } else if (here == '[') {
            characters();
        } else if (here == '(') {
            boolean looksAround = looksAround();
            List<Set<String>> inner = alternatives();
            if (at >= pattern.length()) {
                throw unknown();
            }
            at++;
            return looksAround ? List.of() : inner;
        }
        return List.of();
    }

    private void characters() {
        while (pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private boolean looksAround() {
        for (String around : List.of("?<!", "?<=", "?!", "?=")) {
            if (pattern.startsWith(around, at)) {
                at += around.length();
                return true;
            }
        }
        if (!pattern.startsWith("?:", at)) {
            throw unknown();
        }
        at += 2;
        return false;
    }

    /** Whether no quantifier follows. */
    private boolean isOnce() {
        return at >= pattern.length() || "?*+{".indexOf(pattern.charAt(at)) < 0;
    }

    /** Whether what was read may be missing; passes over its quantifier. */
    private boolean isOptional() {
        if (isOnce()) {
            return false;
        }
        boolean optional = "?*".indexOf(pattern.charAt(at)) >= 0 || pattern.startsWith("{0", at);
        at = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
        }
        return optional;
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException("unknown syntax at character " + at + " of the pattern " + pattern);
    }
}
