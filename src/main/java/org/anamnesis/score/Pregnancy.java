package org.anamnesis.score;

import java.util.Optional;

/** Whether a patient is pregnant, as far as the chart says. */
public sealed interface Pregnancy {

    /** The chart says so. */
    record Pregnant(Measured<String> evidence) implements Pregnancy {}

    /** A delivery within the last 42 days. */
    record Postpartum(Measured<String> evidence) implements Pregnancy {}

    /** The chart says that she is not, or that this patient cannot be. */
    record NotPregnant(Optional<Measured<String>> evidence) implements Pregnancy {}

    /** The chart says nothing: read as not pregnant, and said so wherever it decides. */
    record NotDocumented() implements Pregnancy {}
}
