package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing a phrase means, in all the ways it can be said.
 *
 * @param ways as it was said first, then what means the same
 */
record Meaning(List<Phrase> ways) {

    Meaning {
        ways = List.copyOf(ways);
    }

    /** As it was said. */
    Phrase said() {
        return ways.getFirst();
    }

    /** Takes a phrase apart: what has synonyms stays together, the longest first; every other word stands alone. */
    static List<Meaning> of(Phrase phrase) {
        List<Meaning> meanings = new ArrayList<>();
        int at = 0;
        while (at < phrase.length()) {
            Phrase part = longest(phrase, at);
            meanings.add(new Meaning(
                    Stream.concat(Stream.of(part), Synonyms.of(part).stream()).toList()));
            at += part.length();
        }
        return meanings;
    }

    private static Phrase longest(Phrase phrase, int at) {
        for (int length = Math.min(Synonyms.LONGEST, phrase.length() - at); length > 1; length--) {
            Phrase part = new Phrase(phrase.words().subList(at, at + length));
            if (!Synonyms.of(part).isEmpty()) {
                return part;
            }
        }
        return new Phrase(phrase.words().subList(at, at + 1));
    }
}
