package org.anamnesis.fetch;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.anamnesis.exchange.ToldLonger;
import org.hl7.fhir.r4.model.CapabilityStatement;

/**
 * What is known of each EHR: what it says it can, and how our searches had to be put. Asked for once, for all that wait, and
 * again after a while. An EHR that does not say is not asked again at once, and taken for one that can do anything.
 */
final class KnownEhrs {

    private static final int MOST_EHRS = 1_000;

    private final AsyncCache<URI, Known> known;

    /** @param ticker nanoseconds, as of {@link System#nanoTime} */
    KnownEhrs(Ticker ticker) {
        this.known = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_EHRS)
                .expireAfter(new ToldLonger<>(Known::told))
                .buildAsync();
    }

    /**
     * @param told whether the EHR said what it can
     * @param capability what it said
     * @param experience how it took our searches
     */
    record Known(boolean told, Capability capability, Experience experience) {

        static Known of(Answer answer) {
            return answer instanceof Answer.Arrived arrived
                            && arrived.resource() instanceof CapabilityStatement statement
                    ? new Known(true, Capability.of(statement), new Experience())
                    : untold();
        }

        static Known untold() {
            return new Known(false, Capability.UNKNOWN, new Experience());
        }
    }

    /**
     * What is known of an EHR; who waits for it does so within a deadline of its own.
     *
     * @param ask asks it, within bounds; it runs in a thread of its own, so that nobody's giving up is everybody's
     */
    CompletableFuture<Known> of(URI fhirBase, Supplier<Answer> ask) {
        return known.get(
                fhirBase,
                (base, pool) -> CompletableFuture.supplyAsync(
                        () -> Known.of(ask.get()), work -> Thread.ofVirtual().start(work)));
    }
}
