package org.anamnesis.chart;

import java.util.List;
import java.util.Optional;

/**
 * How a fact hangs together with other resources of the chart.
 *
 * @param encounter the visit or stay it belongs to, where its source says so; for an encounter, the one it is part of
 * @param madeWith what was read together with its source to say what it says: the Medication an order names, a mix's
 *     ingredients, the Specimen a test was done on, the organisms found in it
 */
public record Relations(Optional<ResourceId> encounter, List<ResourceId> madeWith) {

    /** A fact that stands by itself. */
    public static final Relations NONE = new Relations(Optional.empty(), List.of());

    public Relations {
        madeWith = List.copyOf(madeWith);
    }
}
