package org.anamnesis.web;

import java.util.Optional;
import org.anamnesis.smart.HeldTokens;
import org.anamnesis.smart.TokenPlace;

/**
 * Tokens of a chart that was closed, to be revoked and nothing else.
 *
 * @param held the last of them
 */
record TakenTokens(HeldTokens held) implements TokenPlace {

    @Override
    public Optional<HeldTokens> read() {
        return Optional.empty();
    }

    @Override
    public boolean replace(HeldTokens before, HeldTokens after) {
        return false;
    }

    @Override
    public Optional<HeldTokens> take() {
        return Optional.of(held);
    }
}
