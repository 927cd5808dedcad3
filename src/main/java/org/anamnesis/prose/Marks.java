package org.anamnesis.prose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks at the start of a line: bullets, numbers, problem signs, times of an entry. */
final class Marks {

    private static final String MARK =
            "(?:[-*>+#\u2022\u00B7\u2023\u25AA\u25CF\u25E6\u2013\u2014]+|o|\\(?\\d{1,2}[.)]|\\(?[a-hA-H][.)]|\\(?[ivx]{1,4}\\))";
    private static final Pattern ITEM = Pattern.compile("\\s*(" + MARK + ")\\s+(?=\\S)");
    private static final Pattern PROBLEM = Pattern.compile("\\s*#\\s*(?=\\p{L})");
    private static final Pattern ENTRY = Pattern.compile("\\s*(?:\\d{1,2}[:.]\\d{2}|\\d{4})\\s*(?:hrs?|h)?\\b");

    private Marks() {}

    /** Whether a line starts an item of a list. */
    static boolean startsItem(String line) {
        return ITEM.matcher(line).lookingAt() || PROBLEM.matcher(line).lookingAt();
    }

    /** Whether a line starts with a time of day, as entries of a shift do. */
    static boolean startsEntry(String line) {
        return ENTRY.matcher(line).lookingAt();
    }

    /** The line behind its mark. */
    static String without(String line) {
        Matcher item = ITEM.matcher(line);
        if (item.lookingAt()) {
            return line.substring(item.end());
        }
        Matcher problem = PROBLEM.matcher(line);
        return problem.lookingAt() ? line.substring(problem.end()) : line.strip();
    }
}
