package org.anamnesis.injection;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whether the sentences of a text make more sense when their letters are turned by thirteen places, or when they are read
 * backwards: how many of the words that nearly every English sentence has stand in them, as written and turned.
 */
final class TurnedWords {

    private static final Set<String> FREQUENT = Set.of(
            ("the and all that this you your with for not are from has have was is in of to as on or no any be it"
                            + " do will patient ignore previous instructions system write instruction new note document summary"
                            + " other now mention what who an if but by at into only must should please say tell answer response"
                            + " level set")
                    .split(" "));
    private static final Set<String> BY_THIRTEEN = turned(Disguises::rot13);
    private static final Set<String> BACKWARDS =
            turned(word -> new StringBuilder(word).reverse().toString());

    private static final int ENOUGH = 3;
    private static final int FEWEST = 2;
    private static final int SHORT_SENTENCE = 8;

    private boolean makeSense;
    private boolean mayMakeSense;

    private int words;
    private int plain;
    private int byThirteen;
    private int backwards;

    private TurnedWords() {}

    static TurnedWords of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        TurnedWords read = new TurnedWords();
        int begin = -1;
        for (int at = 0; at < lower.length(); at++) {
            char character = lower.charAt(at);
            if (character >= 'a' && character <= 'z' || character == '\'') {
                begin = begin < 0 ? at : begin;
                continue;
            }
            if (begin >= 0) {
                read.word(lower.substring(begin, at));
                begin = -1;
            }
            if (".!?\n:".indexOf(character) >= 0 && at + 1 < lower.length() && isSpace(lower.charAt(at + 1))) {
                read.endSentence();
            }
        }
        if (begin >= 0) {
            read.word(lower.substring(begin));
        }
        read.endSentence();
        return read;
    }

    /** What a pattern takes for white space. */
    private static boolean isSpace(char character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }

    private static Set<String> turned(UnaryOperator<String> turn) {
        return FREQUENT.stream().map(turn).collect(Collectors.toUnmodifiableSet());
    }

    private void word(String word) {
        words++;
        if (word.length() > 1) {
            plain += FREQUENT.contains(word) ? 1 : 0;
            byThirteen += BY_THIRTEEN.contains(word) ? 1 : 0;
            backwards += BACKWARDS.contains(word) ? 1 : 0;
        }
    }

    private void endSentence() {
        makeSense |= makesSense(byThirteen) || makesSense(backwards);
        mayMakeSense |= byThirteen > plain;
        words = 0;
        plain = 0;
        byThirteen = 0;
        backwards = 0;
    }

    private boolean makesSense(int turned) {
        return turned >= ENOUGH && turned > 2 * plain || turned >= FEWEST && plain == 0 && words <= SHORT_SENTENCE;
    }

    /** Whether a sentence makes more sense turned than as written. */
    boolean makeSense() {
        return makeSense;
    }

    /** Whether a sentence has one frequent word more when turned by thirteen: enough to look at what the text says then. */
    boolean mayMakeSense() {
        return mayMakeSense;
    }
}
