package org.anamnesis.triage;

import java.util.List;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Refusal;

/** How urgent a visit is by the rules, for a nurse or a physician to review. */
public sealed interface Acuity {

    /** The answers to the decision points, in their order. */
    List<DecisionPoint> points();

    /** What is missing of what triage asks for. */
    List<Missing> missing();

    /** Values that were not taken. */
    List<Refusal> refused();

    /** The versions of the tables. */
    String rules();

    /**
     * A level.
     *
     * @param level the level
     * @param notUnderstood complaints that mean nothing to the tables; they count as needing many resources
     */
    record Levelled(
            Level level,
            List<DecisionPoint> points,
            List<Told> notUnderstood,
            List<Missing> missing,
            List<Refusal> refused,
            String rules)
            implements Acuity {
        public Levelled {
            points = List.copyOf(points);
            notUnderstood = List.copyOf(notUnderstood);
            missing = List.copyOf(missing);
            refused = List.copyOf(refused);
        }

        /** The reasons for this very level. */
        public List<Reason> reasons() {
            return points.stream()
                    .flatMap(point -> point.reasons().stream())
                    .filter(reason -> reason.level() == level)
                    .toList();
        }
    }

    /** Neither a complaint that is understood nor a vital sign is known: no level is made up. */
    record Undetermined(List<DecisionPoint> points, List<Missing> missing, List<Refusal> refused, String rules)
            implements Acuity {
        public Undetermined {
            points = List.copyOf(points);
            missing = List.copyOf(missing);
            refused = List.copyOf(refused);
        }
    }
}
