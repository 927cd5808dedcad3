package org.anamnesis.smart;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tokens in the memory of this process. */
final class MemoryPlace implements TokenPlace {

    private final AtomicReference<@Nullable HeldTokens> held;

    MemoryPlace(HeldTokens first) {
        this.held = new AtomicReference<>(first);
    }

    @Override
    public Optional<HeldTokens> read() {
        return Optional.ofNullable(held.get());
    }

    @Override
    public boolean replace(HeldTokens before, HeldTokens after) {
        HeldTokens now = held.get();
        return now != null && now.version() == before.version() && held.compareAndSet(now, after);
    }

    @Override
    public Optional<HeldTokens> take() {
        return Optional.ofNullable(held.getAndSet(null));
    }
}
