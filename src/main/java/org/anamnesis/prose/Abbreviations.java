package org.anamnesis.prose;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.wordlist.WordList;

/** Whether a full stop behind a word ends its sentence. */
final class Abbreviations {

    private static final Set<String> NEVER = WordList.words("prose/abbreviations.txt");
    private static final Set<String> BEFORE_SMALL = WordList.words("prose/abbreviations-before-small-letters.txt");
    private static final Set<String> BEFORE_NUMBERS = WordList.words("prose/abbreviations-before-numbers.txt");
    private static final Set<String> BEFORE_LETTERS = WordList.words("prose/words-before-letters.txt");
    private static final Set<String> BEFORE_NAMES =
            Set.of("by", "with", "from", "to", "per", "and", "cc", "attending", "saw");

    /** "b.i.d", "p.o", "a.m", "M.D": letters with stops between them. */
    private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}{1,2}\\.)+\\p{L}{1,2}");

    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}\\.\\p{Lu}");
    /** Degrees and orders that end sentences although they look like initials. */
    private static final Set<String> NO_INITIALS =
            Set.of("A.M", "P.M", "U.S", "U.K", "M.D", "D.O", "R.N", "P.O", "I.V", "I.M");

    private static final Pattern LIST_NUMBER = Pattern.compile("\\d{1,2}|\\p{Ll}");
    private static final Pattern BEFORE_LIST_NUMBER = Pattern.compile("(?s)\\s*|.*[.:;)\\]?!\\n]\\s*");
    private static final Pattern OPENS_A_NAME = Pattern.compile("(?s)\\s*|.*[:(,/;]\\s*|.*\\p{L}\\.\\s*");

    private Abbreviations() {}

    /**
     * Whether the stop ends the sentence.
     *
     * @param word the word in front of the stop
     * @param before what stands in front of the word
     * @param after what follows, from its first character that is no space
     */
    static boolean endsSentence(String word, String before, String after) {
        if (word.isEmpty()) {
            return !Character.isLowerCase(after.charAt(0));
        }
        String small = word.toLowerCase(Locale.ROOT);
        boolean capital = !Character.isLowerCase(after.charAt(0));
        boolean number = Character.isDigit(after.charAt(0));
        boolean shortened = NEVER.contains(small) || (number && BEFORE_NUMBERS.contains(small));
        if (shortened && !isMeasured(before)) {
            return false;
        }
        if (LIST_NUMBER.matcher(word).matches()
                && BEFORE_LIST_NUMBER.matcher(before).matches()) {
            return false;
        }
        if (isInitial(word, before, after)) {
            return false;
        }
        if (DOTTED.matcher(word).matches()) {
            return capital && !number && !(INITIALS.matcher(word).matches() && !NO_INITIALS.contains(word));
        }
        return capital || !BEFORE_SMALL.contains(small);
    }

    /** "N. Okafor", but not "vitamin D. Load". */
    private static boolean isInitial(String word, String before, String after) {
        if (word.length() != 1 || !Character.isUpperCase(word.charAt(0)) || !Character.isUpperCase(after.charAt(0))) {
            return false;
        }
        if (OPENS_A_NAME.matcher(before).matches()) {
            return true;
        }
        String said = before.stripTrailing();
        String last = said.substring(said.lastIndexOf(' ') + 1);
        String small = last.toLowerCase(Locale.ROOT);
        boolean named = Character.isUpperCase(last.charAt(0)) && !BEFORE_LETTERS.contains(small);
        return BEFORE_NAMES.contains(small) || named;
    }

    /** "30 cc", "154 ms": a unit, not the abbreviation that is written like it. */
    private static boolean isMeasured(String before) {
        String said = before.stripTrailing();
        return !said.isEmpty() && Character.isDigit(said.charAt(said.length() - 1));
    }
}
