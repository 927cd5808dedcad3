package org.anamnesis.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.deidentification.Found;
import org.anamnesis.deidentification.Kind;

/** Dates with day, month and year of four digits, in the forms that charts and models write, moved by whole days. */
final class MovedDates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> NAMES = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

    private static final Pattern DATE =
            Pattern.compile("(?<![\\p{L}\\p{N}./-])(?:(?<y1>\\d{4})-(?<m1>\\d{2})-(?<d1>\\d{2})"
                    + "|(?<m2>\\d{1,2})/(?<d2>\\d{1,2})/(?<y2>\\d{4})"
                    + "|(?<d3>\\d{1,2}) (?<m3>" + MONTH + ") (?<y3>\\d{4})"
                    + "|(?<m4>" + MONTH + ") (?<d4>\\d{1,2}), (?<y4>\\d{4}))(?![\\p{N}/-]|\\.\\d)");

    private MovedDates() {}

    static List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) {
            if (date(matcher).isPresent()) {
                found.add(new Found(matcher.start(), matcher.end(), Kind.DATE));
            }
        }
        return found;
    }

    static boolean isOne(String words) {
        Matcher matcher = DATE.matcher(words);
        return matcher.matches() && date(matcher).isPresent();
    }

    /** The same form with another day; with leading noughts where the day before had them or two digits. */
    static String moved(String words, int days) {
        Matcher matcher = DATE.matcher(words);
        Optional<LocalDate> date = matcher.matches() ? date(matcher) : Optional.empty();
        if (date.isEmpty()) {
            return words;
        }
        LocalDate moved = date.get().plusDays(days);
        if (matcher.group("y1") != null) {
            return moved.toString();
        }
        if (matcher.group("y2") != null) {
            boolean noughts =
                    matcher.group("m2").length() == 2 && matcher.group("d2").length() == 2;
            String form = noughts ? "%02d/%02d/%04d" : "%d/%d/%04d";
            return String.format(Locale.ROOT, form, moved.getMonthValue(), moved.getDayOfMonth(), moved.getYear());
        }
        String month =
                named(matcher.group("m3") != null ? matcher.group("m3") : matcher.group("m4"), moved.getMonthValue());
        return matcher.group("y3") != null
                ? moved.getDayOfMonth() + " " + month + " " + moved.getYear()
                : month + " " + moved.getDayOfMonth() + ", " + moved.getYear();
    }

    private static String named(String like, int month) {
        String name = NAMES.get(month - 1);
        return like.length() <= 3 ? name.substring(0, 3) : name;
    }

    private static Optional<LocalDate> date(Matcher matcher) {
        try {
            for (int form = 1; form <= 4; form++) {
                String year = matcher.group("y" + form);
                if (year != null) {
                    return Optional.of(LocalDate.of(
                            Integer.parseInt(year),
                            month(matcher.group("m" + form)),
                            Integer.parseInt(matcher.group("d" + form))));
                }
            }
            return Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int month(String written) {
        return Character.isDigit(written.charAt(0))
                ? Integer.parseInt(written)
                : MONTHS.indexOf(written.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }
}
