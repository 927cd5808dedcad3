package org.anamnesis.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in small letters, as long as before, and where in it a command can begin.
 *
 * <p>A blank before a capital letter becomes a form feed, so that patterns see it as a blank and this class as a place where a
 * new sentence may have been joined on: "chest pain Write a poem".
 */
final class Clauses {

    private static final Pattern BEFORE = Pattern.compile(
            "[.!?:;,\\n\\f>\\])\"'*#-]\\s*|\\b(?:please|and|then|must|should|shall|always|now|also|just|kindly|"
                    + "instead|simply|only|will|can you|could you|immediately)\\s+");

    private final String text;
    /** Worked out when it is first asked for: most texts hold nothing that is looked for there. */
    private List<Integer> begins = List.of();

    private Clauses(String text) {
        this.text = text;
    }

    static Clauses of(String written) {
        StringBuilder small = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            char character = written.charAt(at);
            boolean capital = at + 1 < written.length() && Character.isUpperCase(written.charAt(at + 1));
            small.append(character == ' ' && capital ? '\f' : Character.toLowerCase(character));
        }
        return new Clauses(small.toString());
    }

    String text() {
        return text;
    }

    /** In order; never none, since a text's own beginning is one. */
    List<Integer> begins() {
        if (begins.isEmpty()) {
            List<Integer> all =
                    new ArrayList<>(List.of(text.length() - text.stripLeading().length()));
            Matcher before = BEFORE.matcher(text);
            while (before.find()) {
                all.add(before.end());
            }
            begins = List.copyOf(all);
        }
        return begins;
    }
}
