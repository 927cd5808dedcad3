package org.anamnesis.triage;

import java.util.List;

/**
 * One reason for a level: a rule, and what it rests on in this visit.
 *
 * @param rule the rule's id in its table
 * @param level the urgency it gives at least
 * @param why the reason in words
 * @param review options for review
 * @param evidence the values and words it rests on
 * @param citations the publications
 */
public record Reason(
        String rule, Level level, String why, String review, List<Evidence> evidence, List<String> citations) {

    public Reason {
        evidence = List.copyOf(evidence);
        citations = List.copyOf(citations);
    }
}
