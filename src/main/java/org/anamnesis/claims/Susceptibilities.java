package org.anamnesis.claims;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Value;

/** What a culture's result in words says of a drug: susceptible, intermediate, resistant. */
final class Susceptibilities {

    private static final Set<Cue> KINDS = EnumSet.of(Cue.SUSCEPTIBLE, Cue.RESISTANT, Cue.INTERMEDIATE);

    private Susceptibilities() {}

    /** The word that stands before the drug; empty where the result does not name the drug, or no such word before it. */
    static Optional<Cue> of(FactView view, List<String> ingredients) {
        if (ingredients.isEmpty()) {
            return Optional.empty();
        }
        Optional<Cue> current = Optional.empty();
        for (Item item : ItemReader.read(view.fact().value().map(Value::text).orElse(""))) {
            if (item instanceof Item.Sense sense && KINDS.contains(sense.cue())) {
                current = Optional.of(sense.cue());
            }
            if (item instanceof Item.Drug drug && drug.ingredients().containsAll(ingredients)) {
                return current;
            }
        }
        return Optional.empty();
    }
}
