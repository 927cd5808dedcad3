package org.anamnesis.evaluation;

import java.nio.file.Path;

/** Which chart. */
sealed interface ChartKey {

    /** The chart of a patient, in the NDJSON files. */
    record OfPatient(String id) implements ChartKey {}

    /** The chart in a Bundle's file. */
    record InFile(Path file) implements ChartKey {}

    /** None: the item says it all. */
    record None() implements ChartKey {}
}
