package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Registration;
import org.anamnesis.smart.AuthorizationFailed.Reason;

/** What is asked of an EHR about a launched user's tokens: new ones for old, and to forget them. */
public final class TokenRenewals {

    private final TokenRequests requests;
    private final Clock clock;
    private final Executor afterwards;

    /**
     * @param afterwards where what nobody waits for is done, e.g. telling the EHR that tokens are done with
     */
    TokenRenewals(TokenRequests requests, Clock clock, Executor afterwards) {
        this.requests = requests;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    /** Whose tokens: of which EHR, under which registration, for which patient. */
    record Of(Ehr ehr, Registration app, String patientId) {}

    Clock clock() {
        return clock;
    }

    TokenRequests requests() {
        return requests;
    }

    /** The tokens that a launch brought. */
    HeldTokens first(Of of, AccessTokenResponse response) {
        return held(of, response, Optional.empty());
    }

    /**
     * New ones for old.
     *
     * @param old with its refresh token
     * @throws AuthorizationFailed {@link Reason#ENDED} too where the new ones are for another patient
     */
    HeldTokens renewed(Of of, HeldTokens old) {
        RefreshToken once = new RefreshToken(old.refresh().orElseThrow(() -> new AuthorizationFailed(Reason.ENDED)));
        AccessTokenResponse response = requests.ask(of.ehr(), of.app(), new RefreshTokenGrant(once), List.of());
        HeldTokens fresh = held(of, response, old.refresh());
        Object patient = response.getCustomParameters().getOrDefault("patient", of.patientId());
        if (!of.patientId().equals(patient)) {
            // The chart on the screen is not the one this token is for.
            revoke(of, fresh);
            throw new AuthorizationFailed(Reason.ENDED);
        }
        return fresh;
    }

    /** Has the EHR told that tokens are done with, where it has a place for that; nobody waits for it. */
    void revoke(Of of, HeldTokens held) {
        held.refresh()
                .ifPresent(renews ->
                        afterwards.execute(() -> requests.revoke(of.ehr(), of.app(), new RefreshToken(renews))));
        if (held.serves(clock.instant())) {
            afterwards.execute(() -> requests.revoke(
                    of.ehr(), of.app(), new BearerAccessToken(held.bearer().value())));
        }
    }

    private HeldTokens held(Of of, AccessTokenResponse response, Optional<String> refresh) {
        Instant now = clock.instant();
        Scopes asked = Scopes.of(of.app().scopes());
        Bearer all = requests.bearer(response, asked, now);
        Bearer bearer = new Bearer(all.value(), all.scopes().within(asked), all.expiresAt());
        Duration lasts = Duration.between(now, bearer.expiresAt());
        return new HeldTokens(
                bearer,
                now.plus(lasts.multipliedBy(4).dividedBy(5)),
                Optional.ofNullable(response.getTokens().getRefreshToken())
                        .map(RefreshToken::getValue)
                        .or(() -> refresh),
                Optional.empty(),
                0);
    }
}
