package org.anamnesis.sandbox.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * One statement of an answer.
 *
 * @param section the section's code, e.g. {@code active-problems}
 * @param text one sentence
 * @param citations the ids of the lines it stands on
 */
record Statement(String section, String text, List<String> citations) {

    Statement {
        citations = List.copyOf(citations);
    }

    static Statement of(String section, String text, List<ChartLine> lines) {
        String sentence = Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
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
