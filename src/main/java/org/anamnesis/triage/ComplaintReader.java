package org.anamnesis.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a complaint apart: parts between signs, words in their known spelling, each with whether it is denied ("no chest
 * pain") or told of the past ("h/o stroke").
 *
 * <p>A denial ends with its part; "denies" goes on through a list to the end of the sentence. Where it is not clear, a word
 * counts as said: too urgent does less harm than not urgent enough.
 */
final class ComplaintReader {

    private static final Set<String> DENIALS = Set.of("no", "not", "without", "negative", "never", "neg", "nil");
    private static final Set<String> LONG_DENIALS = Set.of("denies", "denied", "denying", "deny");
    private static final Set<String> TURNS =
            Set.of("but", "however", "except", "although", "now", "reports", "states", "has", "with", "then");
    private static final Set<String> PAST = Set.of("history", "pmh", "previous", "prior");

    /** Words that carry nothing, in complaints and in phrases alike. */
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "the", "to", "of", "in", "on", "at", "is", "are", "was", "my", "his", "her", "their", "and",
            "or", "for", "from", "very", "some", "be", "am", "pt", "patient");

    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]+(?:['’][a-z]+)?|\\d+\\.\\d+|[,;.!?()/+&\\n]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.;!?\\n]");

    private final Vocabulary vocabulary;

    ComplaintReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The parts of a complaint; those without words are none. */
    List<Part> read(String complaint) {
        Reading reading = new Reading();
        Matcher tokens = TOKEN.matcher(vocabulary.expand(complaint));
        while (tokens.find()) {
            String token = tokens.group();
            if (Character.isLetterOrDigit(token.charAt(0))) {
                String written = token.replaceAll("['’]", "");
                if (!EMPTY.contains(written)) {
                    vocabulary.meaning(vocabulary.mended(written)).forEach(reading::word);
                }
            } else {
                reading.sign(SENTENCE_END.matcher(token).matches());
            }
        }
        return reading.parts();
    }

    /** A phrase of the tables in the same spelling. */
    List<String> phrase(String words) {
        List<String> read = new ArrayList<>();
        for (String word : words.strip().split("\\s+")) {
            if (!EMPTY.contains(word)) {
                read.addAll(vocabulary.meaning(word));
            }
        }
        return read;
    }

    /** The state while a complaint is read from left to right. */
    private static final class Reading {

        private final List<Part> parts = new ArrayList<>();
        private final List<Word> words = new ArrayList<>();
        private boolean denied;
        private boolean deniedOn;
        private boolean past;

        void word(String text) {
            if (TURNS.contains(text)) {
                denied = false;
                deniedOn = false;
            }
            words.add(new Word(text, denied || deniedOn, past));
            denied |= DENIALS.contains(text);
            deniedOn |= LONG_DENIALS.contains(text);
            past |= PAST.contains(text);
        }

        void sign(boolean endsSentence) {
            endPart();
            denied = false;
            past = false;
            if (endsSentence) {
                deniedOn = false;
            }
        }

        List<Part> parts() {
            endPart();
            return List.copyOf(parts);
        }

        private void endPart() {
            if (!words.isEmpty()) {
                parts.add(Part.of(words));
                words.clear();
            }
        }
    }
}
