package org.anamnesis.deidentification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;

/** Addresses, places to live, institutions and employers: by their last word, or by what stands before them. */
final class Places {

    private static final Map<String, Set<String>> WORDS = WordFile.kinds("place-words.txt");

    /** A word with a capital letter. */
    private static final String CAPITAL = "(?:St\\.|\\p{Lu}(?:[\\p{L}\\p{M}'’-]|\\.(?=\\p{L}))*)";

    private static final String LINK = "(?: (?:of|the|and|&|for|de|la|del|at|on) | & | - | |-)";
    private static final String NAME = CAPITAL + "(?:" + LINK + CAPITAL + "){0,5}";
    private static final String ZIP = "\\d{5}(?:-\\d{4})?";
    private static final String STATE = "(?i:" + WordFile.alternatives(of("state")) + ")";
    private static final String STREET = "(?:" + WordFile.alternatives(of("street")) + ")";
    private static final String UNIT =
            "(?:,?\\s+(?i:apt|apartment|suite|ste|unit|floor|fl|room|rm|bldg|building|#)\\.?\\s*#?[\\p{L}\\d-]{1,6})?";

    /** Street names of other languages: the kind of street is the beginning or the end of the word. */
    private static final String FOREIGN =
            "(?iu:rue|avenue|via|viale|calle|avenida|rua|rúa|ul\\.|ulica|al\\.|place|piazza|plaza|chemin|allée|ronda|carrer)\\s[\\p{L}' .-]{2,30}?"
                    + "|[\\p{L}]{3,}(?iu:strasse|straße|str\\.|gasse|weg|platz|straat|laan|plein|vej|gade|gata|gatan|vägen|katu|tie|u\\.|utca)";

    private Places() {}

    static List<Recognizer> all() {
        return List.of(
                new PatternRecognizer(
                        Kind.ADDRESS,
                        "(?<![\\w/.-])\\d{1,6}(?:-\\d{1,4})?\\p{L}?,? (?:[NSEW]\\.? |(?i:north|south|east|west) )?(?:[\\p{Lu}\\d][\\p{L}\\p{M}\\d'’.-]* ){1,4}(?i:"
                                + STREET + ")\\b\\.?(?: (?:[NSEW]{1,2})\\b)?" + UNIT),
                new PatternRecognizer(
                        Kind.ADDRESS,
                        "(?<![\\w/.-])\\d{1,6}(?:\\s\\d{1,5})? (?:" + FOREIGN + ")(?:\\s\\d{1,5}\\p{L}?)?" + UNIT),
                new PatternRecognizer(Kind.ADDRESS, "(?:" + FOREIGN + ")\\s\\d{1,5}\\p{L}?\\b" + UNIT),
                new PatternRecognizer(
                        Kind.ADDRESS,
                        "(?i)\\b(?:p\\.?\\s?o\\.? ?box|postbox|post office box|psc|rural route) \\d{1,6}(?:,? box \\d+)?|\\b(?:unit|box|rr|hc) \\d{3,6}(?:,? box \\d+)?"),
                new PatternRecognizer(Kind.ADDRESS, "(?:APO|FPO|DPO) A[AEP] " + ZIP),
                new PatternRecognizer(
                        Kind.PLACE, "(?<id>" + CAPITAL + "(?: " + CAPITAL + "){0,2}),? " + STATE + "\\.?,? " + ZIP),
                new PatternRecognizer(
                        Kind.PLACE,
                        "(?<=, )(?<id>" + CAPITAL + "(?: " + CAPITAL + "){0,2})(?=,? (?:\\p{Lu}{2} )?" + ZIP
                                + "(?!\\d))"),
                new PatternRecognizer(
                        Kind.POSTAL_CODE,
                        "(?<![\\w/.-])" + ZIP + "(?![\\w%/]|[.,-]\\d| ?(?:mg|ml|cells|copies|units?|mcl))",
                        Places::isPostalCode),
                new PatternRecognizer(
                        Kind.POSTAL_CODE, "\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b|\\b[A-Z]\\d[A-Z] \\d[A-Z]\\d\\b"),
                new PatternRecognizer(
                        Kind.POSTAL_CODE,
                        "(?i)\\b(?:zip|zip ?code|post ?code|postal code)\\W{0,3}(?:is )?(?<id>[\\d][\\p{L}\\d]{2,6}(?:[- ][\\p{L}\\d]{2,4})?)\\b"),
                new PatternRecognizer(
                        Kind.FACILITY,
                        "(?<id>" + CAPITAL + "(?:" + LINK + CAPITAL + "){0,4}[ -](?i:"
                                + WordFile.alternatives(of("facility")) + ")\\b(?: (?:of|at|for) " + NAME + ")?)",
                        Places::isNamed),
                new PatternRecognizer(
                        Kind.FACILITY,
                        "(?i:facility|hospital|clinic|site|institution|campus|location|service location)(?: name)?: ?(?<id>(?-i:"
                                + NAME + "))"),
                new PatternRecognizer(
                        Kind.FACILITY,
                        "(?i:admitted|transferred|discharged|transfer|sent|brought|presented|referred|returned|moved|taken|seen|treated|hospitalized|evaluated|care|resident|stay(?:ing|ed)?|lives|living|followed|delivered|born)\\b"
                                + "(?i:[^.\\n]{0,25}?) (?i:to|at|from|into) (?:the )?(?<id>" + NAME + ")",
                        Places::isNamed),
                new PatternRecognizer(
                        Kind.ORGANIZATION,
                        "(?i:works?|worked|working|employed|employee|employer|employment|job|retired|laid off|occupation|business|supervisor|teacher|driver|clerk|manager|nurse|hired|volunteers?)\\b[^.\\n]{0,25}? (?i:at|for|by|from|with|is|of|:) ?(?:the )?(?<id>"
                                + NAME + ")",
                        Places::isNamed),
                new PatternRecognizer(
                        Kind.ORGANIZATION, "(?i:employer|company|school|workplace)(?: name)?: ?(?<id>" + NAME + ")"),
                new PatternRecognizer(
                        Kind.ORGANIZATION,
                        "(?<id>" + CAPITAL + "(?:" + LINK + CAPITAL + "){0,4} (?:" + organizations() + ")\\b\\.?(?: of "
                                + NAME + ")?)",
                        Places::isNamed),
                new PatternRecognizer(
                        Kind.PLACE,
                        "(?i:lives?|living|lived|resides?|residing|resident|born|raised|grew up|moved|moving|travel(?:l?ed|l?ing|s)?|trip|originally|vacation(?:ed|ing)?|immigrated|emigrated|visit(?:ed|ing)?|hometown|native|flew|returned|drove|comes?|home) (?:\\w+ ){0,2}?(?i:in|at|near|to|from|of|outside|is) (?:the )?(?<id>"
                                + CAPITAL + "(?:,? " + CAPITAL + "){0,3})",
                        Places::isNamed),
                new PatternRecognizer(
                        Kind.PLACE,
                        "(?i:city|town|county|birthplace|place of birth|hometown)(?: name)?: ?(?<id>" + NAME + ")"));
    }

    private static Set<String> of(String kind) {
        return WORDS.getOrDefault(kind, Set.of());
    }

    /** The last words of firms, as they stand in names. */
    private static String organizations() {
        return String.join(
                "|",
                of("organization").stream()
                        .map(word -> "(?i:" + word + ")")
                        .sorted()
                        .toList());
    }

    private static boolean isPostalCode(String text, MatchResult match) {
        String before = text.substring(Math.max(0, match.start() - 40), match.start());
        return before.matches(
                        "(?s).*(?:(?:\\p{Lu}[\\p{L}.'-]+|\\b[A-Z]{2}),? |(?i:zip|postal|address)\\W{0,3}(?:code\\W{0,3})?)$")
                && !before.matches(
                        "(?is).*\\b(?:wbc|plt|platelets?|count|anc|trop\\w*|bnp|ck|lipase|ferritin)\\W{0,3}$");
    }

    /** At least one word that is nobody's everyday word: "Urgent Care" and "Family History" name no place. */
    private static boolean isNamed(String text, MatchResult match) {
        String name = match.group("id");
        return Vocabulary.words(name).stream()
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .anyMatch(word -> Vocabulary.of(word) != Vocabulary.Standing.WORD && !isAcronym(word));
    }

    private static boolean isAcronym(String word) {
        return word.length() <= 4 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
    }
}
