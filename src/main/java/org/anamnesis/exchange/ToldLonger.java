package org.anamnesis.exchange;

import com.github.benmanes.caffeine.cache.Expiry;
import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How long it is remembered what an EHR says of itself: an hour; where it said nothing, two minutes, since it may have been away.
 *
 * @param told whether something was said
 */
public record ToldLonger<V>(Predicate<V> told) implements Expiry<URI, V> {

    /** What was said is believed so long. */
    public static final Duration TOLD_HOLDS = Duration.ofHours(1);
    /** And after silence it is asked again after this. */
    public static final Duration UNTOLD_HOLDS = Duration.ofMinutes(2);

    @Override
    public long expireAfterCreate(URI fhirBase, V said, long now) {
        return (told.test(said) ? TOLD_HOLDS : UNTOLD_HOLDS).toNanos();
    }

    @Override
    public long expireAfterUpdate(URI fhirBase, V said, long now, long left) {
        return expireAfterCreate(fhirBase, said, now);
    }

    @Override
    public long expireAfterRead(URI fhirBase, V said, long now, long left) {
        return left;
    }
}
