package org.anamnesis.draft;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;

/**
 * How far back a summary looked, and what of the chart it did not use for that reason. What was not used is in the chart all the
 * same, and the check of statements knows it.
 *
 * @param lookBack how far
 * @param from the first day that it looked at
 * @param notUsed how many older facts of each kind were not used; none of zero
 */
public record LookedBack(LookBack lookBack, ClinicalTime from, Map<FactKind, Integer> notUsed) {

    public LookedBack {
        Map<FactKind, Integer> counts = new EnumMap<>(FactKind.class);
        counts.putAll(notUsed);
        notUsed = Collections.unmodifiableMap(counts);
    }

    /** How many facts were not used. */
    public int count() {
        return notUsed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** {@code result 3, note 1}, in the order of kinds. */
    public String kinds() {
        return notUsed.entrySet().stream()
                .map(kind -> kind.getKey().word() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }
}
