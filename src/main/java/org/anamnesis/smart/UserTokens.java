package org.anamnesis.smart;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.anamnesis.smart.AuthorizationFailed.Reason;
import org.anamnesis.smart.TokenRenewals.Of;
import org.jspecify.annotations.Nullable;

/**
 * A launched user's access to the EHR, renewed when four fifths of a token's life are over. However many ask at once, on
 * however many nodes, one renewal goes out; once the access was ended anywhere, it stays ended.
 *
 * <p>Who renews says so first, where the tokens lie, for longer than the EHR may take. Others use the token at hand as long as
 * it serves, then wait. If whoever renews is lost on the way, so is perhaps what the EHR answered: the refresh token is not sent
 * again, and the access ends with the token at hand.
 */
public final class UserTokens {

    // After a renewal that failed while the token at hand still serves.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    // A renewal may have to ask for the EHR's configuration first.
    private static final int REQUESTS_OF_A_RENEWAL = 4;
    private static final long FIRST_LOOK_MILLIS = 25;
    private static final long LAST_LOOK_MILLIS = 400;

    private final Of of;
    private final TokenRenewals renewals;
    private final TokenPlace place;
    private final ReentrantLock turn = new ReentrantLock();

    private volatile @Nullable HeldTokens known;

    UserTokens(Of of, TokenRenewals renewals, TokenPlace place) {
        this.of = of;
        this.renewals = renewals;
        this.place = place;
    }

    /** Whether the EHR gave what renews the access; without it the chart closes when the first token ends. */
    public boolean isRenewable() {
        return place.read().flatMap(HeldTokens::refresh).isPresent();
    }

    /** What the newest token that was seen here was granted for; asks nobody where one was seen. */
    public Scopes scopes() {
        HeldTokens seen = known;
        return seen == null ? bearer().scopes() : seen.bearer().scopes();
    }

    /**
     * A token that is good now.
     *
     * @throws AuthorizationFailed {@link Reason#ENDED} if a new launch is needed; others if it may come back
     */
    public Bearer bearer() {
        turn.lock();
        try {
            HeldTokens good = good();
            known = good;
            return good.bearer();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Says that the EHR did not take a token (401): the next one asked for is renewed, once for however many heard so. Nothing
     * happens where a newer one is there already.
     */
    public void refused(String token) {
        Optional<HeldTokens> held = place.read();
        while (held.isPresent()
                && Secrets.same(held.get().bearer().value(), token)
                && !held.get().bearer().expiresAt().equals(Instant.EPOCH)
                && !place.replace(held.get(), held.get().refused())) {
            held = place.read();
        }
    }

    /**
     * Forgets the tokens and has the EHR told so; none is given out any more. Does not wait for a renewal under way, which has
     * revoked what it brings: whoever ends tokens may hold a lock that every user needs.
     */
    public void end() {
        end(List.of());
    }

    /**
     * The same, where other charts stay open. An EHR that gives one user the same token twice would close those with this one: what
     * belongs to a grant of theirs is forgotten here and not revoked.
     *
     * @param inUse the tokens of the charts that stay open
     */
    public void end(Collection<HeldTokens> inUse) {
        known = null;
        place.take()
                .filter(held -> inUse.stream().noneMatch(held::sharesWith))
                .ifPresent(held -> renewals.revoke(of, held));
    }

    /** The tokens, for another place to hold them; empty once they were ended. */
    public Optional<HeldTokens> held() {
        return place.read();
    }

    /** Forgets the tokens without a word to the EHR: another place holds them now. */
    public void letGo() {
        known = null;
        place.take();
    }

    private HeldTokens good() {
        long patience = System.nanoTime() + of.ehr().network().timeout().toNanos();
        long look = FIRST_LOOK_MILLIS;
        while (true) {
            Instant now = renewals.clock().instant();
            HeldTokens held = place.read().orElseThrow(UserTokens::ended);
            if (now.isBefore(held.dueAt())) {
                return held;
            }
            Optional<Instant> renewing = held.renewingUntil();
            if (renewing.isPresent() && !now.isBefore(renewing.get())) {
                place.replace(held, held.abandoned());
            } else if (renewing.isPresent() && !held.serves(now)) {
                look = waited(look, patience);
            } else if (held.serves(now)
                    && (renewing.isPresent() || held.refresh().isEmpty())) {
                return held;
            } else if (held.refresh().isEmpty()) {
                letGo();
                throw ended();
            } else {
                HeldTokens mine =
                        held.claimed(now.plus(of.ehr().network().timeout().multipliedBy(REQUESTS_OF_A_RENEWAL)));
                if (place.replace(held, mine)) {
                    return renewed(mine);
                }
            }
        }
    }

    private HeldTokens renewed(HeldTokens mine) {
        try {
            return put(mine, renewals.renewed(of, mine));
        } catch (AuthorizationFailed failed) {
            if (failed.reason() == Reason.ENDED) {
                letGo();
                throw failed;
            }
            Instant now = renewals.clock().instant();
            boolean serves = mine.serves(now);
            HeldTokens back = put(mine, mine.unclaimed(serves ? now.plus(PAUSE) : mine.dueAt()));
            if (!serves) {
                throw failed;
            }
            return back;
        }
    }

    // Between the claim and now the EHR may have refused the old token, or somebody ended the access.
    private HeldTokens put(HeldTokens mine, HeldTokens next) {
        HeldTokens before = mine;
        while (true) {
            HeldTokens after = next.after(before);
            if (place.replace(before, after)) {
                return after;
            }
            Optional<HeldTokens> other = place.read();
            if (other.isEmpty()) {
                renewals.revoke(of, next);
                throw ended();
            }
            before = other.get();
        }
    }

    private static long waited(long look, long patience) {
        if (System.nanoTime() - patience >= 0) {
            throw new AuthorizationFailed(Reason.TIMEOUT);
        }
        try {
            Thread.sleep(look);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AuthorizationFailed(Reason.TIMEOUT);
        }
        return Math.min(2 * look, LAST_LOOK_MILLIS);
    }

    private static AuthorizationFailed ended() {
        return new AuthorizationFailed(Reason.ENDED);
    }
}
