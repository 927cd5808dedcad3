package org.anamnesis.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text into words, numbers, dates, times and marks. */
final class Lexer {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String NTH = "(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:19|20|21)\\d{2}";
    private static final String OLD = "(?:[- ]?(?:years?|yrs?)[- ]?olds?\\b|[- ]?y/?o\\b|[- ]?y\\.o\\.)";

    private static final Pattern PIECES = Pattern.compile(
            "(?<age>(?<![\\d./])\\b\\d{1,3}(?:" + OLD
                    + "(?:[- ]?(?<oldsex>[MF])\\b)?|[- ]?(?:yo)?(?<sex>(?-i:[MF]))\\b(?!\\w)))"
                    + "|(?<iso>\\b\\d{4}-\\d{2}(?:-\\d{2})?\\b)"
                    + "|(?<dmy>\\b\\d{1,2}" + NTH + " (?:of )?" + MONTH + "\\b\\.?(?:,? " + YEAR + "\\b)?)"
                    + "|(?<mdy>\\b" + MONTH + "\\.? (?:the )?\\d{1,2}" + NTH + "(?![\\d:]| ?(?:mg|mcg|%|ml))(?:,? "
                    + YEAR + "\\b)?)"
                    + "|(?<my>\\b" + MONTH + "\\.?,? (?:of )?" + YEAR + "\\b)"
                    + "|(?<us>\\b\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})\\b)"
                    + "|(?<md>(?<![\\d/.])(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\\d|0?[1-9])(?![\\d/.]*\\d))"
                    + "|(?<month>(?-i:\\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b))"
                    + "|(?<nth>(?<=\\bthe )\\d{1,2}(?:st|nd|rd|th)\\b(?! (?:dose|time|day|week|admission|stay|visit|rib|cranial|toe|finger|metatarsal|order)))"
                    + "|(?<titre>" + Titre.PATTERN
                    + ")|(?<clock>\\b\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?|\\b\\d{1,2} ?[ap]m\\b)"
                    + "|(?<year>(?<![\\d.])" + YEAR + "(?![\\d./]*\\d)(?! ?(?:mg|mcg|ml|units?|g)\\b))"
                    + "|(?<number>(?:(?<=[\\s(])[-−](?=[\\d.]))?(?<![\\p{L}\\d.])(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d+|(?<=\\d)))(?:/(?<part>\\d+(?:\\.\\d+)?)(?!\\d))?"
                    + "|(?<word>[\\p{L}][\\p{L}\\p{N}'’]*(?:&[\\p{L}])?)"
                    + "|(?<mark>[;:,()\\[\\]]|(?<!(?<![\\p{L}])\\p{L})[.!?](?=\\s|$)|[—–]|(?<= )-(?= ))"
                    + "|(?<percent>%)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UNIT = Pattern.compile(
            "[ -]?(?<unit>%|°[CF]|mm ?\\[?Hg\\]?|/min\\b|" + WrittenUnit.PATTERN
                    + "|beats/min\\b|x10\\S*|\\[?[\\p{L}µμ]+[²³]?\\]?(?:/[\\p{L}0-9.µμ²³\\[\\]{}]*[\\p{L}0-9µμ²³\\]}])*(?: per [\\p{L}]+)?)",
            Pattern.CASE_INSENSITIVE);

    private Lexer() {}

    /** What kind of piece. */
    enum Kind {
        WORD,
        NUMBER,
        DATE,
        CLOCK,
        AGE,
        MARK
    }

    /**
     * A piece of a text.
     *
     * @param text words in lower case, marks as they are
     * @param start where it stands in the text
     * @param end where it ends
     */
    record Piece(
            Kind kind,
            String text,
            int start,
            int end,
            Optional<Amount> amount,
            Optional<Day> day,
            int minutes,
            String sex) {

        static Piece plain(Kind kind, String text, int start, int end) {
            return new Piece(kind, text, start, end, Optional.empty(), Optional.empty(), 0, "");
        }
    }

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECES.matcher(text);
        int from = 0;
        while (from < text.length()) {
            if (text.charAt(from) == ' ') {
                from++;
                continue;
            }
            int end = PlainWord.end(text, from);
            if (end > from && !text.startsWith("&", end)) {
                pieces.add(Piece.plain(Kind.WORD, Stem.spelling(text.substring(from, end)), from, end));
                from = end;
                continue;
            }
            if (!matcher.find(from)) {
                break;
            }
            Piece piece = piece(matcher, text);
            if (piece.end() > piece.start()) {
                pieces.add(piece);
            }
            from = Math.max(piece.end(), matcher.start() + 1);
        }
        return pieces;
    }

    private static Piece piece(Matcher found, String text) {
        String written = found.group();
        int start = found.start();
        int end = found.end();
        if (found.group("word") != null) {
            return Piece.plain(Kind.WORD, Stem.spelling(written), start, end);
        }
        if (found.group("mark") != null || found.group("percent") != null) {
            return Piece.plain(Kind.MARK, written, start, end);
        }
        if (found.group("age") != null) {
            String sex = found.group("sex") != null ? found.group("sex") : found.group("oldsex");
            String years = written.replaceAll("\\D.*", "");
            return new Piece(
                    Kind.AGE,
                    years,
                    start,
                    end,
                    Optional.empty(),
                    Optional.empty(),
                    Integer.parseInt(years),
                    sex == null ? "" : sex.toUpperCase(Locale.ROOT));
        }
        if (found.group("clock") != null) {
            return new Piece(
                    Kind.CLOCK, written, start, end, Optional.empty(), Optional.empty(), Dates.minutes(written), "");
        }
        if (found.group("titre") != null) {
            // of a dilution only the second number tells
            Amount dilution = new Amount(
                    new BigDecimal(written.substring(written.indexOf(':') + 1)),
                    Optional.empty(),
                    Optional.of("titre"),
                    written);
            return new Piece(Kind.NUMBER, written, start, end, Optional.of(dilution), Optional.empty(), 0, "");
        }
        if (found.group("number") != null) {
            return number(found, text);
        }
        return new Piece(Kind.DATE, written, start, end, Optional.empty(), Optional.of(Dates.day(found)), 0, "");
    }

    private static Piece number(Matcher found, String text) {
        if (found.group("number").isEmpty()) {
            return Piece.plain(Kind.MARK, "", found.start(), found.start());
        }
        BigDecimal value = new BigDecimal(found.group("number").replace(",", "").replace('−', '-'));
        Optional<BigDecimal> second = Optional.ofNullable(found.group("part")).map(BigDecimal::new);
        Matcher unit = UNIT.matcher(text).region(found.end(), text.length());
        int end = found.end();
        Optional<String> code = Optional.empty();
        if (unit.lookingAt()) {
            String word = unit.group("unit");
            code = Amount.unit(word);
            if (code.isEmpty() && word.contains(" per ")) {
                String first = word.substring(0, word.indexOf(" per "));
                code = Amount.unit(first);
                end = code.isPresent() ? unit.start("unit") + first.length() : end;
            } else if (code.isPresent()) {
                end = unit.end();
            }
        }
        Amount amount = new Amount(value, second, code, text.substring(found.start(), end));
        return new Piece(
                Kind.NUMBER, found.group("number"), found.start(), end, Optional.of(amount), Optional.empty(), 0, "");
    }

    /** Dates and times of day as written. */
    static final class Dates {

        private static final Pattern FIRST_MONTH = Pattern.compile(MONTH, Pattern.CASE_INSENSITIVE);
        private static final Pattern FOUR = Pattern.compile("\\d{4}");
        private static final Pattern TWO = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");

        private Dates() {}

        static Day day(Matcher found) {
            String written = found.group();
            if (found.group("iso") != null) {
                String[] parts = written.split("-", -1);
                return of(parts[0], parts[1], parts.length > 2 ? parts[2] : "", written);
            }
            if (found.group("us") != null || found.group("md") != null) {
                String[] parts = written.split("/", -1);
                String year = parts.length < 3 ? "" : parts[2];
                return of(year.length() == 2 ? "" : year, parts[0], parts[1], written);
            }
            if (found.group("nth") != null) {
                return of("", "", written.replaceAll("\\D", ""), written);
            }
            if (found.group("year") != null) {
                return of(written, "", "", written);
            }
            Matcher month = FIRST_MONTH.matcher(written);
            String number = month.find() ? String.valueOf(month(month.group())) : "";
            return of(first(FOUR, written), number, first(TWO, written), written);
        }

        static int minutes(String written) {
            String digits = written.replaceAll("[^\\d:]", "");
            String[] parts = digits.split(":", -1);
            int hour = Integer.parseInt(parts[0]);
            String lower = written.toLowerCase(Locale.ROOT);
            if (lower.contains("p") && hour < 12) {
                hour += 12;
            }
            if (lower.contains("a") && hour == 12) {
                hour = 0;
            }
            return hour * 60 + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
        }

        private static Day of(String year, String month, String day, String written) {
            return new Day(part(year), part(month), part(day), 0, written);
        }

        private static OptionalInt part(String digits) {
            return digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
        }

        private static int month(String name) {
            String months = "janfebmaraprmayjunjulaugsepoctnovdec";
            return months.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
        }

        private static String first(Pattern pattern, String text) {
            Matcher found = pattern.matcher(text);
            return found.find() ? found.group() : "";
        }
    }
}
