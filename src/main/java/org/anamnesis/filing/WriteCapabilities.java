package org.anamnesis.filing;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anamnesis.exchange.Deadline;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.exchange.EhrOrigin;
import org.anamnesis.exchange.GuardedExchange;
import org.anamnesis.exchange.ToldLonger;
import org.anamnesis.guard.Limits;
import org.hl7.fhir.r4.model.CapabilityStatement;

/**
 * What EHRs say of writing, asked for once for all that wait, without a token, as it is told everybody. Remembered for an hour;
 * an EHR that does not say is not asked again at once.
 */
final class WriteCapabilities {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int MOST_EHRS = 1_000;

    private final EhrDoor door;
    private final AsyncCache<URI, WriteCapability> known;

    WriteCapabilities(EhrDoor door) {
        this.door = door;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_EHRS)
                .expireAfter(new ToldLonger<>(WriteCapability::isKnown))
                .buildAsync();
    }

    /** What an EHR says; it is asked in a thread of its own, so that nobody's giving up is everybody's. */
    CompletableFuture<WriteCapability> of(URI fhirBase) {
        return known.get(
                fhirBase,
                (base, pool) -> CompletableFuture.supplyAsync(
                                () -> ask(base), work -> Thread.ofVirtual().start(work))
                        // A statement that cannot be had, or read, says nothing.
                        .exceptionally(unsaid -> WriteCapability.UNKNOWN));
    }

    /** The same; unknown where it takes longer than this. */
    WriteCapability of(URI fhirBase, Duration most) {
        try {
            return of(fhirBase).get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unsaid) {
            return WriteCapability.UNKNOWN;
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return WriteCapability.UNKNOWN;
        }
    }

    private WriteCapability ask(URI base) {
        EhrOrigin origin = new EhrOrigin(base);
        GuardedExchange open = GuardedExchange.open(origin, Limits.EHR, Deadline.in(LONGEST));
        return WriteCapability.of(door.client(origin, open)
                .capabilities()
                .ofType(CapabilityStatement.class)
                .execute());
    }
}
