package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for reading and filing without a user (SMART Backend Services). One token an EHR, kept until shortly before it
 * expires; however many ask at once, one request goes out; after a refusal none goes out for a while.
 */
public final class BackendTokens {

    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final EhrRegistry registry;
    private final TokenRequests requests;
    private final Clock clock;
    private final BiConsumer<EhrId, Bearer> obtained;
    private final Map<EhrId, Slot> slots = new ConcurrentHashMap<>();

    BackendTokens(EhrRegistry registry, TokenRequests requests, Clock clock) {
        this(registry, requests, clock, (ehr, bearer) -> {});
    }

    /** @param obtained told of every new token before anybody has it; where it throws, nobody gets it */
    BackendTokens(EhrRegistry registry, TokenRequests requests, Clock clock, BiConsumer<EhrId, Bearer> obtained) {
        this.obtained = obtained;
        this.registry = registry;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * A token that is good for a while.
     *
     * @throws AuthorizationFailed if there is none to be had; the same again, without asking, during the pause after it
     */
    public Bearer tokenFor(EhrId id) {
        Ehr ehr = registry.get(id);
        Slot slot = slots.computeIfAbsent(id, ignored -> new Slot());
        slot.turn.lock();
        try {
            Instant now = clock.instant();
            if (slot.token != null && now.isBefore(slot.goodUntil)) {
                return slot.token;
            }
            if (slot.failure != null && now.isBefore(slot.pausedUntil)) {
                throw new AuthorizationFailed(slot.failure);
            }
            return renew(ehr, slot, now);
        } finally {
            slot.turn.unlock();
        }
    }

    /** Drops a token that the EHR did not take (401), unless a newer one is there already. */
    public void refused(EhrId id, Bearer token) {
        Slot slot = slots.get(id);
        if (slot == null) {
            return;
        }
        slot.turn.lock();
        try {
            if (token.equals(slot.token)) {
                slot.token = null;
            }
        } finally {
            slot.turn.unlock();
        }
    }

    private Bearer renew(Ehr ehr, Slot slot, Instant now) {
        try {
            var response = requests.ask(
                    ehr,
                    ehr.backend(),
                    new ClientCredentialsGrant(),
                    ehr.backend().scopes());
            Bearer token = requests.bearer(response, Scopes.of(ehr.backend().scopes()), now);
            obtained.accept(ehr.id(), token);
            slot.accept(token, now);
            return token;
        } catch (AuthorizationFailed failed) {
            slot.pause(failed.reason(), clock.instant());
            throw failed;
        }
    }

    private static final class Slot {
        private final ReentrantLock turn = new ReentrantLock();
        private @Nullable Bearer token;
        private Instant goodUntil = Instant.MIN;
        private AuthorizationFailed.@Nullable Reason failure;
        private Instant pausedUntil = Instant.MIN;
        private Duration pause = FIRST_PAUSE;

        private void accept(Bearer fresh, Instant now) {
            Duration lasts = Duration.between(now, fresh.expiresAt());
            Duration fifth = lasts.dividedBy(5);
            goodUntil = fresh.expiresAt().minus(fifth.compareTo(MARGIN) < 0 ? fifth : MARGIN);
            token = fresh;
            failure = null;
            pause = FIRST_PAUSE;
        }

        private void pause(AuthorizationFailed.Reason why, Instant now) {
            token = null;
            failure = why;
            pausedUntil = now.plus(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }
}
