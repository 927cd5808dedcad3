package org.anamnesis.grounding;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.claims.PlainWord;
import org.anamnesis.claims.Titre;
import org.anamnesis.claims.WrittenUnit;

/** Splits text into the tokens that are compared: words, numbers with units, dates, times, ends of clauses. */
final class Sentence {

    private static final String MONTHS =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static final Pattern PIECES = Pattern.compile(
            "(?<iso>\\b\\d{4}-\\d{2}(?:-\\d{2})?\\b)(?:[T ](?=\\d{2}:\\d{2}))?"
                    + "|(?<dmy>\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?" + MONTHS + "\\b\\.?(?:,? \\d{4}\\b)?)"
                    + "|(?<mdy>\\b" + MONTHS + "\\.? \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4}\\b)?)"
                    + "|(?<my>\\b" + MONTHS + "\\.?,? \\d{4}\\b)"
                    + "|(?<us>\\b\\d{1,2}/\\d{1,2}/\\d{4}\\b)"
                    + "|(?<clock>(?!" + Titre.PATTERN + ")\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b)"
                    + "|(?<year>(?<=\\b(?:in|since|from|of|until|before|after|dated|resolved|inactive|remission|recorded|ordered|stopped|onset) )(?:19|20|21)\\d{2}\\b(?![./]\\d| ?(?:mg|mcg|g|ml|l|units?|iu|meq|mmol|kcal)\\b))"
                    + "|(?<bound>(?:[<>≤≥]=?\\s?)?(?:(?<![\\p{L}\\p{N}.)\\]])[-−])?)(?<number>(?<![\\p{L}\\d])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|(?<![\\p{L}\\d.])\\d+(?:\\.\\d+)?)"
                    + "(?<part>(?:[/:]\\d+(?:\\.\\d+)?)?)"
                    + "(?:(?:[ -]|(?=[%°×/\\p{L}]))(?<unit>%|/min(?:ute)?\\b|(?:°|\\[deg)[CFcf]\\]?|mm\\[Hg\\]|"
                    + WrittenUnit.PATTERN
                    + "|\\[?[\\p{L}µμ]+[²³]?\\]?(?:/[\\p{L}0-9.µμ²³\\[\\]{}]*[\\p{L}0-9µμ²³\\]}])*))?"
                    + "|(?<word>\\p{L}[\\p{L}\\p{N}'’]*)"
                    + "|(?<stop>[;\\n]|[.!?](?=\\s|$))"
                    + "|(?<pause>[:()\\[\\]]|,(?!\\d))"
                    + "|(?<unread>[^\\s\\p{Pd}.'\"“”‘’/&*])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MONTH = Pattern.compile(MONTHS, Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");
    private static final String MONTH_BEGINS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int BEGIN = 3;

    private Sentence() {}

    /** The tokens of a text, in order; a character that is neither is a word of its own, so nothing is passed over. */
    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher piece = PIECES.matcher(text);
        int from = 0;
        while (from < text.length()) {
            if (text.charAt(from) == ' ') {
                from++;
                continue;
            }
            int end = PlainWord.end(text, from);
            if (end > from) {
                tokens.add(word(text.substring(from, end)));
                from = end;
                continue;
            }
            if (!piece.find(from)) {
                break;
            }
            from = piece.end();
            if (piece.group("number") != null) {
                from = number(piece, tokens);
            } else {
                tokens.add(token(piece));
            }
            if (from <= piece.start()) {
                throw new IllegalStateException("no progress in the text");
            }
        }
        return tokens;
    }

    private static Token word(String written) {
        return new Token.Word(written.toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    private static Token token(Matcher piece) {
        String written = piece.group();
        if (piece.group("word") != null) {
            return word(written);
        }
        if (piece.group("unread") != null) {
            return new Token.Word(written);
        }
        if (piece.group("pause") != null) {
            return new Token.Pause();
        }
        if (piece.group("stop") != null) {
            return new Token.Stop();
        }
        if (piece.group("clock") != null) {
            String[] parts = written.split(":");
            return new Token.Clock(Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]), written);
        }
        return day(piece, written.strip());
    }

    /** Adds a number; a word behind it that is no unit is left to be read as a word. Gives where to read on. */
    private static int number(Matcher piece, List<Token> tokens) {
        BigDecimal value = new BigDecimal(piece.group("number").replace(",", ""));
        String unit = piece.group("unit");
        boolean isUnit = unit != null && Units.isUnit(unit);
        String number = piece.group("bound") + piece.group("number") + piece.group("part");
        String figure = SPACE.matcher(piece.group("bound")).replaceAll("").replace('−', '-')
                + value.stripTrailingZeros().toPlainString()
                + piece.group("part");
        String written = isUnit ? piece.group() : number;
        tokens.add(
                new Token.Number(figure, value, isUnit ? Optional.of(Units.normal(unit)) : Optional.empty(), written));
        return isUnit ? piece.end() : piece.end("part");
    }

    private static Token day(Matcher piece, String written) {
        if (piece.group("year") != null) {
            return new Token.Day(
                    OptionalInt.of(Integer.parseInt(written)), Optional.empty(), Optional.empty(), written);
        }
        if (piece.group("iso") != null) {
            String[] parts = piece.group("iso").split("-");
            return of(parts[0], Integer.parseInt(parts[1]), parts.length > 2 ? parts[2] : "", written);
        }
        if (piece.group("us") != null) {
            String[] parts = written.split("/");
            return of(parts[2], Integer.parseInt(parts[0]), parts[1], written);
        }
        Matcher month = MONTH.matcher(written);
        int number = month.find() ? month(month.group()) : 0;
        return of(first(YEAR, written), number, first(DAY, written), written);
    }

    private static Token of(String year, int month, String day, String written) {
        boolean valid = month >= 1 && month <= 12 && (day.isEmpty() || validDay(month, Integer.parseInt(day)));
        OptionalInt known = year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year));
        if (!valid) {
            return new Token.Day(OptionalInt.of(-1), Optional.empty(), Optional.empty(), written);
        }
        Optional<YearMonth> inYear =
                known.isPresent() ? Optional.of(YearMonth.of(known.getAsInt(), month)) : Optional.empty();
        Optional<MonthDay> inMonth =
                day.isEmpty() ? Optional.empty() : Optional.of(MonthDay.of(month, Integer.parseInt(day)));
        return new Token.Day(known, inYear, inMonth, written);
    }

    private static boolean validDay(int month, int day) {
        return day >= 1 && day <= java.time.Month.of(month).maxLength();
    }

    private static int month(String name) {
        return MONTH_BEGINS.indexOf(name.substring(0, BEGIN).toLowerCase(Locale.ROOT)) / BEGIN + 1;
    }

    private static String first(Pattern pattern, String written) {
        Matcher run = pattern.matcher(written);
        return run.find() ? run.group() : "";
    }
}
