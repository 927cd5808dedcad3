package org.anamnesis.grounding;

import java.util.List;

/**
 * A sentence somebody wrote about a chart, not yet checked.
 *
 * @param section where it is to stand
 * @param text the sentence
 * @param citations the ids it gives as its support, as they were written; they may be made up
 */
public record Statement(Section section, String text, List<String> citations) {

    public Statement {
        citations = List.copyOf(citations);
    }
}
