package org.anamnesis.triage;

import java.util.List;

/**
 * A question of the Emergency Severity Index as it was answered for a visit.
 *
 * @param point which question
 * @param answer yes, no, or open where something that decides is missing
 * @param reasons what a yes rests on
 * @param open rules that what is missing might bring in
 */
public record DecisionPoint(Point point, Answer answer, List<Reason> reasons, List<OpenRule> open) {

    public DecisionPoint {
        reasons = List.copyOf(reasons);
        open = List.copyOf(open);
    }
}
