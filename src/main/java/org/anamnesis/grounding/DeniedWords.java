package org.anamnesis.grounding;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Which words of a text its negations deny: those behind one up to the next pause, and in a list up to the list's end. */
final class DeniedWords {

    /** Whoever denies goes on denying at a comma: "denies chest pain, dyspnea, fever". */
    private static final Set<String> DENYING = Set.of("denies", "denied", "neither", "negative");

    private static final Set<String> OR = Set.of("or", "nor");

    /** Behind one of these something is told that is so. */
    private static final Set<String> AFFIRMING = Set.of(
            "but",
            "however",
            "although",
            "though",
            "except",
            "has",
            "have",
            "had",
            "having",
            "is",
            "are",
            "was",
            "were",
            "reports",
            "reported",
            "endorses",
            "endorsed",
            "complains",
            "complained",
            "admits",
            "admitted",
            "notes",
            "noted",
            "positive",
            "still",
            "continues",
            "remains",
            "started",
            "takes",
            "then",
            "now");

    /** Of those, what ends a denial without a pause before it; other verbs may belong to what is denied. */
    private static final Set<String> TURNING =
            Set.of("but", "however", "although", "though", "reports", "endorses", "complains");

    /** A longer part of a sentence is no item of a list. */
    private static final int LONGEST_ITEM = 4;

    private DeniedWords() {}

    /** The places of the denied words among the tokens. */
    static BitSet of(List<Token> tokens) {
        BitSet denied = new BitSet();
        for (int at = 0; at < tokens.size(); at++) {
            String cue = word(tokens, at);
            if (Vocabulary.NEGATIONS.contains(cue)) {
                denied.set(at + 1, end(tokens, at, DENYING.contains(cue)));
            }
        }
        return denied;
    }

    /** Where the denial of a cue ends. */
    private static int end(List<Token> tokens, int cue, boolean denying) {
        int end = part(tokens, cue + 1);
        boolean turned = isWord(tokens, end);
        int listed = end;
        while (!turned && listed < tokens.size() && tokens.get(listed) instanceof Token.Pause) {
            int next = part(tokens, listed + 1);
            if (!isItem(tokens, listed + 1, next)) {
                return end;
            }
            boolean closes = says(tokens, listed + 1, next, OR);
            listed = next;
            if (denying || closes) {
                end = listed;
            }
            turned = closes || isWord(tokens, next);
        }
        return end;
    }

    /** Where the part of the sentence ends that begins at a place: at a pause, a stop or a word that turns it. */
    private static int part(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size()
                && !(tokens.get(end) instanceof Token.Pause)
                && !(tokens.get(end) instanceof Token.Stop)
                && !TURNING.contains(word(tokens, end))) {
            end++;
        }
        return end;
    }

    private static boolean isItem(List<Token> tokens, int from, int to) {
        return to > from && to - from <= LONGEST_ITEM + 1 && !says(tokens, from, to, AFFIRMING);
    }

    private static boolean says(List<Token> tokens, int from, int to, Set<String> words) {
        for (int at = from; at < to; at++) {
            if (words.contains(word(tokens, at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at) instanceof Token.Word;
    }

    /** The word at a place; of what is no word an empty one, which no list has. */
    private static String word(List<Token> tokens, int at) {
        return tokens.get(at) instanceof Token.Word word ? word.text() : "";
    }
}
