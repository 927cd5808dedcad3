package org.anamnesis.deidentification;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Mail and web addresses, addresses of computers, telephone and fax numbers of any country. */
final class Contacts {

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int LOOK_BACK = 40;

    private static final Pattern CUE = Pattern.compile(
            "(?i)(?:phone|tele|tel\\b|fax|cell|mobile|pager?|beeper|call(?:ed|ing|s)?\\b|dial|text|sms|whatsapp|contact|reach|ring|"
                    + "number|messages? to|\\bph\\b|\\bmob\\b|extension|hotline|helpline|home:|work:)");

    /** Readings and results are digits in groups too. */
    private static final Pattern MEASURED = Pattern.compile(
            "(?i)\\b(?:bp|hr|rr|spo2|sats?|pulse|temp|weight|wt|height|ht|glucose|wbc|plt|hgb|hct|na|k|cl|bun|cr|labs?|ef|"
                    + "ratio|dose|mg|ml|mcg|units?|i/?o)\\b[^.;\\n]*$");

    private static final Pattern DATE_LIKE =
            Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}");

    private static final String MAIL =
            "(?<![\\w.+-])[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]*@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+";
    private static final String WEB = "(?i)\\b(?:https?|ftp)://[^\\s<>\"')]+[^\\s<>\"').,;:!?]/?"
            + "|(?<![@\\w.])www\\.[\\w-]+(?:\\.[\\w-]+)+(?:/[^\\s<>\"')]*)?"
            + "|(?<![@\\w.-])(?:[a-z0-9-]+\\.)+(?:com|org|net|edu|gov|info|io|health|co\\.uk)\\b(?:/[^\\s<>\"')]*)?";
    private static final String IPV4 =
            "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.]*\\d)";
    private static final String IPV6 = "(?i)(?<![\\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\\w:])"
            + "|(?<![\\w:])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\\w:])";
    private static final String MAC = "(?i)(?<![\\w:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\\w:])";

    /** Digits in groups, a country's code before them, an extension behind them. */
    private static final String NUMBER =
            "(?<![\\w/.,-])(?:\\+|00)?\\(?\\d{1,5}\\)?(?:[ .\\-/]{0,2}\\(?\\d{1,5}\\)?){1,6}"
                    + "(?:[ ,]{0,2}(?:x|ext\\.?|extension|#)[ ]?\\d{1,6})?(?![\\w%]|[.,/-]\\d)";

    private Contacts() {}

    static List<Recognizer> all() {
        return List.of(
                new PatternRecognizer(Kind.EMAIL, MAIL),
                new PatternRecognizer(Kind.URL, WEB),
                new PatternRecognizer(Kind.IP_ADDRESS, IPV4),
                new PatternRecognizer(Kind.IP_ADDRESS, IPV6),
                new PatternRecognizer(Kind.IP_ADDRESS, MAC));
    }

    /** Apart from the others: numbers that say what they are come before them. */
    static Recognizer phones() {
        return new PatternRecognizer(Kind.PHONE, NUMBER, Contacts::isPhone);
    }

    private static boolean isPhone(String text, MatchResult match) {
        String number = match.group().replaceFirst("(?i)[ ,]{0,2}(?:x|ext\\.?|extension|#) ?\\d+$", "");
        int digits = (int) number.chars().filter(Character::isDigit).count();
        if (digits < FEWEST_DIGITS
                || digits > MOST_DIGITS
                || DATE_LIKE.matcher(number).lookingAt()) {
            return false;
        }
        String before = text.substring(Math.max(0, match.start() - LOOK_BACK), match.start());
        boolean called = CUE.matcher(before).find();
        if (number.matches("(?:\\+?1[ .-]?)?\\(?\\d{3}\\)?[ .-]{1,2}\\d{3}[ .-]\\d{4}|\\(\\d{3}\\)\\d{3}[ .-]?\\d{4}")
                || number.startsWith("+")
                || (number.startsWith("(") && number.contains(")"))) {
            return true;
        }
        if (called) {
            return true;
        }
        boolean grouped =
                number.matches("\\d{3,5}(?:[ .-]\\d{2,4}){1,4}|\\d{2,3}(?:[ .-]\\d{2,4}){2,4}|0\\d(?:[ .-]\\d{2}){4}")
                        && !number.matches(".*[ .-]\\d{1}(?:[ .-].*)?");
        return grouped && !MEASURED.matcher(before).find() && !number.contains("/");
    }
}
