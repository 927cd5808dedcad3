package org.anamnesis.claims;

/**
 * Reads a word of ASCII letters without a pattern, since most of a text is such words and a pattern that knows dates, numbers and
 * units takes far longer to find the same.
 */
public final class PlainWord {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int MONTH = 3;

    private PlainWord() {}

    /**
     * Where the word ends that begins at a place: letters, then letters, digits and apostrophes. The same place where no letter
     * stands there, where the word could be the month of a date, or where it has other letters than those of ASCII.
     */
    public static int end(String text, int from) {
        if (!isLetter(text.charAt(from)) || isMonth(text, from)) {
            return from;
        }
        int end = from + 1;
        while (end < text.length()) {
            char next = text.charAt(end);
            boolean goesOn = isLetter(next) || next >= '0' && next <= '9' || next == '\'' || next == '’';
            if (!goesOn) {
                return next > 0x7F ? from : end;
            }
            end++;
        }
        return end;
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private static boolean isMonth(String text, int from) {
        for (int month = 0; month < MONTHS.length(); month += MONTH) {
            if (text.regionMatches(true, from, MONTHS, month, MONTH)) {
                return true;
            }
        }
        return false;
    }
}
