package org.anamnesis.model;

import java.util.Optional;

/**
 * What came of one model's turn: all its tries.
 *
 * @param cause why it did not answer; empty where it did
 * @param text the answer, or its whole lines where it broke
 * @param usage what all tries cost
 * @param tries how often it was asked; 0 where it was passed over
 */
record Turn(Optional<Cause> cause, String text, ModelAnswer.Usage usage, int tries) {

    static Turn passedOver(Cause cause) {
        return new Turn(Optional.of(cause), "", ModelAnswer.Usage.NONE, 0);
    }
}
