package org.anamnesis.triage;

import java.util.List;
import org.anamnesis.score.Missing;

/**
 * A rule that might apply: all that is known of it holds, and something that decides is missing.
 *
 * @param rule the rule's id
 * @param level the urgency it would give
 * @param why its reason in words
 * @param missing what decides
 */
public record OpenRule(String rule, Level level, String why, List<Missing> missing) {

    public OpenRule {
        missing = List.copyOf(missing);
    }
}
