package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private final Ehr ehr;
    private final Registration app;
    private final String patientId;
    private final TokenRequests requests;
    private final Clock clock;
    private final Scopes asked;
    private final ReentrantLock turn = new ReentrantLock();

    private Bearer bearer;
    private Instant dueAt;
    private @Nullable RefreshToken refresh;
    private volatile boolean ended;

    UserTokens(
            Ehr ehr,
            Registration app,
            String patientId,
            TokenRequests requests,
            Clock clock,
            AccessTokenResponse first) {
        this.ehr = ehr;
        this.app = app;
        this.patientId = patientId;
        this.requests = requests;
        this.clock = clock;
        this.asked = Scopes.of(app.scopes());
        this.bearer = granted(first, clock.instant());
        this.dueAt = due(bearer);
        this.refresh = first.getTokens().getRefreshToken();
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
                wipe();
                throw new AuthorizationFailed(Reason.ENDED);
            }
            return bearer;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Forgets the tokens; none is given out any more. Does not wait for a renewal under way, which wipes what it brings:
     * whoever ends tokens may hold a lock that every user needs.
     */
    public void end() {
        ended = true;
        if (turn.tryLock()) {
            try {
                wipe();
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
            accept(requests.ask(ehr, app, new RefreshTokenGrant(once), List.of()));
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
        Object patient = response.getCustomParameters().getOrDefault("patient", patientId);
        if (!patientId.equals(patient)) {
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

    private void wipe() {
        ended = true;
        refresh = null;
        bearer = new Bearer("", Scopes.NONE, Instant.MIN);
    }
}
