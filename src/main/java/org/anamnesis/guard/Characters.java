package org.anamnesis.guard;

import org.anamnesis.guard.RefusedInput.Reason;

/** What no text may hold however it is escaped: NUL and halves of surrogate pairs, which no UTF-8 can carry on. */
final class Characters {

    private Characters() {}

    static void check(char[] text, int offset, int length) throws RefusedInput {
        int end = offset + length;
        for (int at = offset; at < end; at++) {
            char one = text[at];
            if (one == 0) {
                throw new RefusedInput(Reason.ENCODING);
            }
            if (Character.isSurrogate(one)) {
                if (at + 1 == end || !Character.isSurrogatePair(one, text[at + 1])) {
                    throw new RefusedInput(Reason.ENCODING);
                }
                at++;
            }
        }
    }
}
