package org.anamnesis.deidentification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known of a word: a name, a word of everyday language or medicine, a name that medicine uses for a thing. */
final class Vocabulary {

    private static final Set<String> GIVEN = WordFile.words("given-names.txt");
    private static final Set<String> SURNAMES = WordFile.words("surnames.txt");
    private static final Set<String> EVERYDAY = WordFile.words("words.txt");
    private static final Set<String> EPONYMS = WordFile.words("eponyms.txt");
    private static final Set<String> EPONYM_NOUNS = WordFile.words("eponym-nouns.txt");
    private static final Map<String, Set<String>> CUES = WordFile.kinds("name-cues.txt");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*");

    /** Endings that words of language and medicine have and names rarely do. */
    private static final Pattern ENDING = Pattern.compile(
            ".{3,}(?:tion|sion|ment|ness|ious|eous|uous|able|ible|ical|ally|ism|itis|osis|a?emia|pathy|ectomy|ostomy|otomy|ology|"
                    + "ologist|graphy|scopy|plasty|gram|cyte|cytes|ance|ence|ative|ivity|ility|uria|algia|oma|penia|"
                    + "mab|tinib|pril|sartan|statin|olol|azole|cillin|mycin|floxacin|idine|amide|azine|prazole|cycline|dronate|parin|"
                    + "gliptin|gliflozin|glutide|triptan|setron|zepam|zolam|caine|phylline|terol|asone|solone|ized|ised|ated|izing|ating)");

    private static final Pattern LONG_ENDING =
            Pattern.compile(".{4,}(?:ing|ity|ous|ive|[^l]ly|ally|fully|ed|ers|ies|ide|ate|ase|ics)");

    private static final Pattern CONTRACTION = Pattern.compile("(?:'(?:s|m|re|d|ve|ll)|n't)$");

    /** What a word can be. */
    enum Standing {
        /** A name and nothing else that is known. */
        NAME,
        /** In no list. */
        UNKNOWN,
        /** In no list, but it ends as words of medicine and language do: a name only beside a name. */
        ENDS_AS_WORD,
        /** A name, and a word of language or medicine as well. */
        EITHER,
        /** No name. */
        WORD
    }

    private Vocabulary() {}

    static Standing of(String word) {
        String lower = bare(word);
        boolean name = isGiven(lower) || isSurname(lower);
        boolean other = EVERYDAY.contains(lower) || EPONYMS.contains(lower);
        if (name || EPONYMS.contains(lower)) {
            return other ? Standing.EITHER : Standing.NAME;
        }
        if (!isEveryday(word)) {
            return Standing.UNKNOWN;
        }
        return isListed(lower) ? Standing.WORD : Standing.ENDS_AS_WORD;
    }

    static boolean isGiven(String word) {
        return contains(GIVEN, bare(word));
    }

    static boolean isSurname(String word) {
        return contains(SURNAMES, bare(word));
    }

    /** Also where only a part of the word is in the list, or its ending tells. */
    static boolean isEveryday(String word) {
        String lower = bare(word);
        if (EVERYDAY.contains(lower)) {
            return true;
        }
        if (isGiven(lower) || isSurname(lower)) {
            return false;
        }
        return isListed(lower)
                || ENDING.matcher(lower).matches()
                || LONG_ENDING.matcher(lower).matches();
    }

    private static boolean isListed(String lower) {
        int hyphen = lower.indexOf('-');
        if (hyphen > 0) {
            return EVERYDAY.contains(lower.substring(0, hyphen)) || EVERYDAY.contains(lower.substring(hyphen + 1));
        }
        return EVERYDAY.contains(lower)
                || (lower.endsWith("s")
                        && lower.length() > 4
                        && EVERYDAY.contains(lower.substring(0, lower.length() - 1)));
    }

    static boolean isEponym(String word) {
        return EPONYMS.contains(bare(word));
    }

    static boolean isEponymNoun(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return EPONYM_NOUNS.contains(lower);
    }

    /** Whether a word or phrase is a cue of a kind of {@code name-cues.txt}. */
    static boolean isCue(String kind, String words) {
        return CUES.getOrDefault(kind, Set.of()).contains(words.toLowerCase(Locale.ROOT));
    }

    static Set<String> cues(String kind) {
        return CUES.getOrDefault(kind, Set.of());
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(result -> result.group()).toList();
    }

    /** In small letters, without a possessive ending. */
    static String bare(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return CONTRACTION.matcher(lower).replaceFirst("");
    }

    private static boolean contains(Set<String> names, String word) {
        if (names.contains(word)) {
            return true;
        }
        int hyphen = word.indexOf('-');
        return hyphen > 0 && names.contains(word.substring(0, hyphen)) && names.contains(word.substring(hyphen + 1));
    }
}
