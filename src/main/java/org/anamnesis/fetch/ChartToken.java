package org.anamnesis.fetch;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.anamnesis.exchange.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The access token of one reading. An EHR may end a token before it said; then it is renewed, once for all requests of the
 * reading, and each of them that was not taken is sent again.
 */
final class ChartToken {

    private final EhrAccess access;
    private final Deadline deadline;
    private final String first;
    private final AtomicReference<@Nullable CompletableFuture<String>> renewal = new AtomicReference<>();

    /** Asks for the token at once, in this thread. */
    ChartToken(EhrAccess access, Deadline deadline) {
        this.access = access;
        this.deadline = deadline;
        this.first = access.bearer().get();
    }

    /** The newest there is. */
    String current() {
        CompletableFuture<String> renewed = renewal.get();
        return renewed == null || renewed.isCompletedExceptionally() ? first : renewed.getNow(first);
    }

    /** Another one after the EHR did not take this; empty where there is none to be had. */
    Optional<String> after(String refused) {
        if (access.refused().isEmpty() || !refused.equals(first)) {
            return Optional.empty();
        }
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> before = renewal.compareAndExchange(null, mine);
        if (before == null) {
            // Not in a lane: those are interrupted at the deadline, and what the EHR answered would be lost.
            Thread.startVirtualThread(() -> renew(mine));
        }
        return awaited(before == null ? mine : before).filter(token -> !token.equals(refused));
    }

    private void renew(CompletableFuture<String> renewed) {
        try {
            access.refused().ifPresent(told -> told.accept(first));
            renewed.complete(access.bearer().get());
        } catch (RuntimeException notRenewed) {
            renewed.completeExceptionally(notRenewed);
        }
    }

    private Optional<String> awaited(CompletableFuture<String> renewed) {
        try {
            return Optional.of(renewed.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException notRenewed) {
            return Optional.empty();
        }
    }

    /**
     * Gives what was read, unless the access ended on the way: what is missing then is not what the EHR keeps from this user.
     *
     * @throws RuntimeException what {@link EhrAccess#bearer()} threw
     */
    <T> T unlessEnded(T read) {
        CompletableFuture<String> renewed = renewal.get();
        if (renewed != null
                && renewed.isCompletedExceptionally()
                && renewed.exceptionNow() instanceof RuntimeException why) {
            throw why;
        }
        return read;
    }
}
