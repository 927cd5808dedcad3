package org.anamnesis.deidentification;

import java.util.Locale;
import java.util.regex.Pattern;
import org.anamnesis.deidentification.Vocabulary.Standing;

/**
 * A word of a text as a part of a name.
 *
 * @param text the word
 * @param start where it begins
 * @param end where it ends, a possessive ending left out
 * @param standing what it can be
 */
record NameWord(String text, int start, int end, Standing standing) {

    private static final int LONGEST_ACRONYM = 5;

    /** "MI" is a heart attack and no Korean name. */
    private static final int SHORT = 3;

    private static final Pattern INNER_CAPITAL = Pattern.compile("\\p{Ll}\\p{Lu}|\\p{Lu}{2}\\p{Ll}");
    private static final Pattern PREFIXED = Pattern.compile(
            "(?:Mc|Mac|De|Du|Di|Da|La|Le|Van|Von|Fitz|St|O['’]|D['’]|Al|El|Ben|Del|Des|Ver)\\p{Lu}\\p{Ll}+.*");

    static NameWord of(String whole, String text, int start) {
        String bare = text.replaceFirst("['’]s$", "");
        int end = start + bare.length();
        boolean digits = (start > 0 && Character.isDigit(whole.charAt(start - 1)))
                || (end < whole.length() && Character.isDigit(whole.charAt(end)));
        Standing standing = digits || isAbbreviation(bare) ? Standing.WORD : Vocabulary.of(bare);
        return new NameWord(bare, start, end, standing);
    }

    private static boolean isAbbreviation(String word) {
        boolean known = Vocabulary.isGiven(word) || Vocabulary.isSurname(word);
        if (isUpper(word)) {
            return word.length() > 1 && word.length() <= LONGEST_ACRONYM && (!known || word.length() <= SHORT);
        }
        return INNER_CAPITAL.matcher(word).find() && !PREFIXED.matcher(word).matches() && !known;
    }

    private static boolean isUpper(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
    }

    boolean isCapital() {
        return Character.isUpperCase(text.charAt(0));
    }

    boolean isInitial() {
        return text.length() == 1 && isCapital();
    }

    /** Whether it can stand in a name that begins with a capital letter. */
    boolean canName() {
        return isCapital() && (isInitial() || (standing != Standing.WORD && standing != Standing.ENDS_AS_WORD));
    }

    /** Whether it can be the further part of a name; what persons do ("JENNIFER DENIES") is none. */
    boolean canFollow(NameWord last) {
        return canName()
                || (isCapital()
                        && !isAbbreviation(text)
                        && !Vocabulary.isCue("saying", text)
                        && ((last.isInitial() && standing == Standing.ENDS_AS_WORD) || isGivenName(last)));
    }

    /** Whether it may be a name where a title or a label says that one follows. */
    boolean canBeTold() {
        return isCapital() && !isInitial() && !isAbbreviation(text);
    }

    private static boolean isGivenName(NameWord word) {
        return Vocabulary.isGiven(word.text()) && word.isName();
    }

    boolean isName() {
        return standing == Standing.NAME;
    }
}
