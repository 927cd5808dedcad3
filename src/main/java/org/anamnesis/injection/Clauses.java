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
record Clauses(String text, List<Integer> begins) {

    private static final Pattern BEFORE = Pattern.compile(
            "[.!?:;,\\n\\f>\\])\"'*#-]\\s*|\\b(?:please|and|then|must|should|shall|always|now|also|just|kindly|"
                    + "instead|simply|only|will|can you|could you|immediately)\\s+");

    Clauses {
        begins = List.copyOf(begins);
    }

    static Clauses of(String written) {
        StringBuilder small = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            char character = written.charAt(at);
            boolean capital = at + 1 < written.length() && Character.isUpperCase(written.charAt(at + 1));
            small.append(character == ' ' && capital ? '\f' : Character.toLowerCase(character));
        }
        String text = small.toString();
        List<Integer> begins =
                new ArrayList<>(List.of(text.length() - text.stripLeading().length()));
        Matcher before = BEFORE.matcher(text);
        while (before.find()) {
            begins.add(before.end());
        }
        return new Clauses(text, begins);
    }
}
