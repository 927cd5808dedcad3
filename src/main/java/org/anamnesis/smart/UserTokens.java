package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Registration;
import org.anamnesis.smart.AuthorizationFailed.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A launched user's access to the EHR, renewed when four fifths of a token's life are over. However many ask at once, one
 * renewal goes out; once the EHR ends it, it stays ended.
 */
public final class UserTokens {

    // After a renewal that failed while the token at hand still serves.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Of of;
    private final TokenRequests requests;
    private final Clock clock;
    private final Executor afterwards;
    private final Scopes asked;
    private final ReentrantLock turn = new ReentrantLock();

    private Bearer bearer;
    private Instant dueAt;
    private @Nullable RefreshToken refresh;
    private volatile boolean ended;

    UserTokens(Of of, TokenRequests requests, Clock clock, Executor afterwards, AccessTokenResponse first) {
        this.of = of;
        this.requests = requests;
        this.clock = clock;
        this.afterwards = afterwards;
        this.asked = Scopes.of(of.app().scopes());
        this.bearer = granted(first, clock.instant());
        this.dueAt = due(bearer);
        this.refresh = first.getTokens().getRefreshToken();
    }

    /** Whose tokens: of which EHR, under which registration, for which patient. */
    record Of(Ehr ehr, Registration app, String patientId) {}

    /** Whether the EHR gave what renews the access; without it the chart closes when the first token ends. */
    public boolean isRenewable() {
        turn.lock();
        try {
            return refresh != null;
        } finally {
            turn.unlock();
        }
    }

    /**
     * A token that is good now.
     *
     * @throws AuthorizationFailed {@link Reason#ENDED} if a new launch is needed; others if it may come back
     */
    public Bearer bearer() {
        turn.lock();
        try {
            if (ended) {
                throw new AuthorizationFailed(Reason.ENDED);
            }
            if (!clock.instant().isBefore(dueAt)) {
                renew();
            }
            if (ended) {
                revoke();
                throw new AuthorizationFailed(Reason.ENDED);
            }
            return bearer;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Says that the EHR did not take a token (401): the next one asked for is renewed, once for however many heard so. Nothing
     * happens where a newer one is there already.
     */
    public void refused(Bearer token) {
        turn.lock();
        try {
            if (token.equals(bearer)) {
                dueAt = Instant.MIN;
                bearer = new Bearer(bearer.value(), bearer.scopes(), Instant.MIN);
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Forgets the tokens and has the EHR told so; none is given out any more. Does not wait for a renewal under way, which
     * wipes what it brings: whoever ends tokens may hold a lock that every user needs.
     */
    public void end() {
        ended = true;
        if (turn.tryLock()) {
            try {
                revoke();
            } finally {
                turn.unlock();
            }
        }
    }

    private void renew() {
        boolean stillGood = clock.instant().isBefore(bearer.expiresAt());
        RefreshToken once = refresh;
        if (once == null) {
            if (!stillGood) {
                wipe();
                throw new AuthorizationFailed(Reason.ENDED);
            }
            return;
        }
        try {
            accept(requests.ask(of.ehr(), of.app(), new RefreshTokenGrant(once), List.of()));
        } catch (AuthorizationFailed failed) {
            if (failed.reason() == Reason.ENDED) {
                wipe();
                throw failed;
            }
            if (!stillGood) {
                throw failed;
            }
            dueAt = clock.instant().plus(PAUSE);
        }
    }

    private void accept(AccessTokenResponse response) {
        Object patient = response.getCustomParameters().getOrDefault("patient", of.patientId());
        if (!of.patientId().equals(patient)) {
            // The chart on the screen is not the one this token is for.
            wipe();
            throw new AuthorizationFailed(Reason.ENDED);
        }
        bearer = granted(response, clock.instant());
        dueAt = due(bearer);
        RefreshToken next = response.getTokens().getRefreshToken();
        refresh = next == null ? refresh : next;
    }

    private Bearer granted(AccessTokenResponse response, Instant now) {
        Bearer all = requests.bearer(response, asked, now);
        return new Bearer(all.value(), all.scopes().within(asked), all.expiresAt());
    }

    private Instant due(Bearer fresh) {
        Instant now = clock.instant();
        return now.plus(Duration.between(now, fresh.expiresAt()).multipliedBy(4).dividedBy(5));
    }

    private void revoke() {
        RefreshToken renews = refresh;
        String access = bearer.value();
        boolean serves = clock.instant().isBefore(bearer.expiresAt());
        wipe();
        if (renews != null) {
            afterwards.execute(() -> requests.revoke(of.ehr(), of.app(), renews));
        }
        if (serves && !access.isEmpty()) {
            afterwards.execute(() -> requests.revoke(of.ehr(), of.app(), new BearerAccessToken(access)));
        }
    }

    private void wipe() {
        ended = true;
        refresh = null;
        bearer = new Bearer("", Scopes.NONE, Instant.MIN);
    }
}
