package org.anamnesis.injection;

/** Quick looks at the characters of a text, before a pattern is tried at each of its places. */
final class Runs {

    private static final String LEET = "0123456789@$!|";

    private Runs() {}

    /** Which characters a run is made of. */
    interface Characters {
        boolean hold(char character);
    }

    /** The length of the longest run of such characters. */
    static int longest(String text, Characters characters) {
        int longest = 0;
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            length = characters.hold(text.charAt(at)) ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Whether so many blanks stand so close that no more than this lies between the first and the last of them. */
    static boolean areBlanksClose(String text, int blanks, int reach) {
        int[] places = new int[blanks];
        int seen = 0;
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            places[seen % blanks] = at;
            seen++;
            if (seen >= blanks && at - places[seen % blanks] <= reach) {
                return true;
            }
        }
        return false;
    }

    /** Whether letters stand beside digits or signs that are written for letters, at so many places or more. */
    static boolean areLettersMixed(String text, int places) {
        int seen = 0;
        for (int at = 1; at < text.length() && seen < places; at++) {
            char before = text.charAt(at - 1);
            char here = text.charAt(at);
            if (mayBeLetter(before) && LEET.indexOf(here) >= 0 || LEET.indexOf(before) >= 0 && mayBeLetter(here)) {
                seen++;
            }
        }
        return seen >= places;
    }

    private static boolean mayBeLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character > 0x7F;
    }
}
