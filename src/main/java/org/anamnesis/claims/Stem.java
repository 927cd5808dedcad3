package org.anamnesis.claims;

import java.util.List;
import java.util.Locale;

/** One form for the forms of a word: singular and plural, noun and adjective, British and American. */
final class Stem {

    private static final int SHORTEST = 4;

    /** The longest first. Only endings that do not make another disease: -itis, -oma, -osis, -ectomy stay. */
    private static final List<String> ENDINGS = List.of(
            "ization", "ational", "ically", "ations", "ation", "ating", "ments", "ively", "ously", "ates", "ated",
            "ions", "ical", "ally", "ment", "ics", "ing", "ion", "ive", "ous", "ate", "ial", "ity", "ies", "ied", "ily",
            "als", "ic", "al", "ly", "ed", "es", "ia", "y", "e", "s", "a");

    private Stem() {}

    /** A word in lower case without what only grammar adds. */
    static String of(String word) {
        String plain = spelling(word);
        if (plain.length() <= SHORTEST || !Character.isLetter(plain.charAt(0))) {
            return plain;
        }
        if (plain.endsWith("itis") || plain.endsWith("osis") || plain.endsWith("oma")) {
            return plain;
        }
        for (String ending : ENDINGS) {
            if (plain.endsWith(ending)
                    && plain.length() - ending.length() >= SHORTEST
                    && !isPartOfTheWord(plain, ending)) {
                return undoubled(plain.substring(0, plain.length() - ending.length()), ending);
            }
        }
        return plain;
    }

    private static boolean isPartOfTheWord(String word, String ending) {
        return ending.equals("s") && (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is"));
    }

    /** The American spelling in lower case, without a possessive. */
    static String spelling(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        String bare = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
        return bare.replace("aemia", "emia")
                .replace("haem", "hem")
                .replace("oedema", "edema")
                .replace("oesoph", "esoph")
                .replace("rrhoea", "rrhea")
                .replace("pnoea", "pnea")
                .replace("paed", "ped")
                .replace("caec", "cec")
                .replace("tumour", "tumor")
                .replace("litre", "liter")
                .replace("isation", "ization");
    }

    private static String undoubled(String stem, String ending) {
        int last = stem.length() - 1;
        boolean doubled = (ending.equals("ed") || ending.equals("ing"))
                && stem.charAt(last) == stem.charAt(last - 1)
                && "lsz".indexOf(stem.charAt(last)) < 0;
        return doubled ? stem.substring(0, last) : stem;
    }
}
