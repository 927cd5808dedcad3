package org.anamnesis.claims;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;

/** What a sentence of a note says is not there. */
final class Denials {

    private Denials() {}

    static boolean in(FactView view, Collection<String> stems) {
        if (view.kind() == FactKind.NOTE) {
            String text = view.fact().value().map(Value::text).orElse("");
            return !stems.isEmpty() && of(text).containsAll(stems);
        }
        // "peak creatinine 3.4, no dialysis" beside a problem
        return !view.name().containsAll(stems)
                && view.fact()
                        .attributes(Attribute.Role.COMMENT)
                        .anyMatch(comment -> of(comment.text()).containsAll(stems));
    }

    /** The words behind a denial up to the end of its part of the sentence. */
    private static Set<String> of(String text) {
        List<Item> items = ItemReader.read(text);
        Set<String> denied = new HashSet<>();
        boolean denying = false;
        for (Item item : items) {
            if (item instanceof Item.Sense sense && sense.cue() == Cue.NOT) {
                denying = true;
            }
            Optional<List<String>> stems = item instanceof Item.Words words
                    ? Optional.of(words.stems())
                    : item instanceof Item.Drug drug ? Optional.of(drug.stems()) : Optional.empty();
            if (denying) {
                stems.ifPresent(denied::addAll);
            }
            if (item instanceof Item.Stop
                    || item instanceof Item.Filler filler && filler.written().equals("but")) {
                denying = false;
            }
        }
        return denied;
    }
}
