package org.anamnesis.web;

import java.util.Optional;
import org.anamnesis.smart.HeldTokens;
import org.anamnesis.smart.TokenPlace;
import org.anamnesis.store.KeptTokens;

/**
 * The tokens of a chart in a shared session.
 *
 * @param kept the row
 */
record SharedTokens(KeptTokens kept) implements TokenPlace {

    @Override
    public Optional<HeldTokens> read() {
        return kept.read().map(found -> HeldTokens.parse(found.tokens(), found.version()));
    }

    @Override
    public boolean replace(HeldTokens before, HeldTokens after) {
        return kept.replace(before.version(), new KeptTokens.Versioned(after.text(), after.version()));
    }

    @Override
    public Optional<HeldTokens> take() {
        return kept.take().map(found -> HeldTokens.parse(found.tokens(), found.version()));
    }
}
