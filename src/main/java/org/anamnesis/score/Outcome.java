package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What came of computing a score. */
public sealed interface Outcome {

    /**
     * The score.
     *
     * @param total the number, as exact as the publication gives it
     * @param text the number as clinicians write it, with its unit where it has one
     * @param band where it falls
     * @param components what it is made of, in the publication's order
     * @param notes what a reader must know beside it
     * @param refused values that were not taken
     */
    record Computed(
            BigDecimal total,
            String text,
            Band band,
            List<Component> components,
            List<String> notes,
            List<Refusal> refused)
            implements Outcome {
        public Computed {
            components = List.copyOf(components);
            notes = List.copyOf(notes);
            refused = List.copyOf(refused);
        }
    }

    /**
     * An input is missing. There is no score: not a low one, not a likely one.
     *
     * @param missing every missing input
     * @param known the parts that are known
     * @param reached the band that the known parts reach by themselves; where no part subtracts, it cannot be a lower one
     * @param refused values that were not taken
     */
    record NotComputable(List<Missing> missing, List<Component> known, Optional<Band> reached, List<Refusal> refused)
            implements Outcome {
        public NotComputable {
            missing = List.copyOf(missing);
            known = List.copyOf(known);
            refused = List.copyOf(refused);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("what is not computable lacks something");
            }
        }

        /** A score of which nothing is known. */
        static NotComputable without(Missing missing) {
            return new NotComputable(List.of(missing), List.of(), Optional.empty(), List.of());
        }

        /** What the known parts add up to: where no part subtracts, the score cannot be lower. */
        public BigDecimal atLeast() {
            return known.stream().map(Component::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** The score is not made for this patient. */
    record NotApplicable(String reason) implements Outcome {}
}
