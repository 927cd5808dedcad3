package org.anamnesis.sandbox.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One statement of an answer.
 *
 * @param section the section's code, e.g. {@code active-problems}
 * @param text one sentence
 * @param citations the ids of the lines it stands on
 */
record Statement(String section, String text, List<String> citations) {

    private static final Pattern ORDINARY_WORD = Pattern.compile("\\p{Ll}+\\b");

    Statement {
        citations = List.copyOf(citations);
    }

    static Statement of(String section, String text, List<ChartLine> lines) {
        // An abbreviation such as eGFR keeps its small letter; a quoted sentence keeps its own end.
        boolean ordinary = ORDINARY_WORD.matcher(text).lookingAt();
        String sentence = ordinary ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
        sentence = sentence.endsWith(".") ? sentence : sentence + ".";
        return new Statement(
                section, sentence, lines.stream().map(ChartLine::id).toList());
    }

    static Statement of(String section, String text, ChartLine... lines) {
        return of(section, text, List.of(lines));
    }

    Statement saying(String other) {
        return new Statement(section, other, citations);
    }

    Statement citing(List<String> others) {
        return new Statement(section, text, others);
    }

    /** The line of the answer: one JSON object. */
    String json() {
        var object = JsonNodeFactory.instance.objectNode();
        object.put("section", section).put("text", text);
        var array = object.putArray("citations");
        citations.forEach(array::add);
        return object.toString();
    }
}
