package org.anamnesis.model;

import java.util.Optional;

/** What a try hears from the model's connection, in order. */
sealed interface Signal {

    /** A piece of the answer. */
    record Part(String text) implements Signal {}

    /** A sign of life that is no part of the answer. */
    record Alive() implements Signal {}

    /**
     * The model says that it is done.
     *
     * @param cause why the answer is no whole one; empty where it is
     */
    record Done(Optional<Cause> cause, Optional<ModelAnswer.Usage> usage) implements Signal {}

    /** It broke. */
    record Broken(Cause cause) implements Signal {}

    /** Nothing more will come. */
    record Ended() implements Signal {}
}
