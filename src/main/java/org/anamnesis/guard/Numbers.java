package org.anamnesis.guard;

import org.anamnesis.guard.RefusedInput.Reason;

/** The rule for numbers as they are written: short, and of an exponent that a decimal survives being printed with. */
final class Numbers {

    private Numbers() {}

    static void check(char[] text, int offset, int length, Limits limits) throws RefusedInput {
        if (length > limits.numberLength()) {
            throw new RefusedInput(Reason.NUMBER_TOO_LONG);
        }
        int end = offset + length;
        for (int at = offset; at < end; at++) {
            if (text[at] == 'e' || text[at] == 'E') {
                checkExponent(text, at + 1, end, limits);
                return;
            }
        }
    }

    private static void checkExponent(char[] text, int from, int end, Limits limits) throws RefusedInput {
        int exponent = 0;
        for (int at = from; at < end; at++) {
            if (text[at] >= '0' && text[at] <= '9') {
                exponent = exponent * 10 + (text[at] - '0');
                if (exponent > limits.exponent()) {
                    throw new RefusedInput(Reason.NUMBER_TOO_BIG);
                }
            }
        }
    }
}
