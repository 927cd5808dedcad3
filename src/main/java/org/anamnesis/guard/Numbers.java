package org.anamnesis.guard;

import org.anamnesis.guard.RefusedInput.Reason;

/** The rule for numbers as they are written: short, and of an exponent that a decimal survives being printed with. */
final class Numbers {

    /**
     * The longest text of nothing but a number's characters. A parser that takes it for a decimal needs time by the square of
     * its length: a million digits take half a minute.
     */
    private static final int LONGEST_TEXT = 4_096;

    private Numbers() {}

    static void check(char[] text, int offset, int length, Limits limits) throws RefusedInput {
        if (length > limits.numberLength()) {
            throw new RefusedInput(Reason.NUMBER_TOO_LONG);
        }
        if (exponent(text, offset, offset + length, limits) > limits.exponent()) {
            throw new RefusedInput(Reason.NUMBER_TOO_BIG);
        }
    }

    /**
     * Checks a text that some element may take for a number.
     *
     * @return whether it would be one beyond the limits; it may well be somebody's lot number
     */
    static boolean checkText(char[] text, int offset, int length, Limits limits) throws RefusedInput {
        int end = offset + length;
        for (int at = offset; at < end; at++) {
            if (!isOfNumbers(text[at])) {
                return false;
            }
        }
        if (length > LONGEST_TEXT) {
            throw new RefusedInput(Reason.NUMBER_TOO_LONG);
        }
        return length > limits.numberLength() || exponent(text, offset, end, limits) > limits.exponent();
    }

    private static boolean isOfNumbers(char one) {
        return (one >= '0' && one <= '9') || one == '.' || one == '+' || one == '-' || one == 'e' || one == 'E';
    }

    /** The exponent without its sign; any that is too big stands for all. */
    private static int exponent(char[] text, int from, int end, Limits limits) {
        int exponent = 0;
        boolean isExponent = false;
        for (int at = from; at < end && exponent <= limits.exponent(); at++) {
            if (text[at] == 'e' || text[at] == 'E') {
                isExponent = true;
            } else if (isExponent && text[at] >= '0' && text[at] <= '9') {
                exponent = exponent * 10 + (text[at] - '0');
            }
        }
        return exponent;
    }
}
