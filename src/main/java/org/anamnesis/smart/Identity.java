package org.anamnesis.smart;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Registration;

/** Who the launched user is, by an id token that holds in every respect (OpenID Connect Core 3.1.3.7, 3.1.3.8). */
final class Identity {

    private final EhrTokens tokens;

    Identity(EhrTokens tokens) {
        this.tokens = tokens;
    }

    /** Who it is, or why nobody can say. */
    sealed interface Told {

        /** It is this user. */
        record User(OpenedChart.User user) implements Told {}

        /** The id token is missing or does not hold. */
        record Nobody(LaunchRefusal why) implements Told {}
    }

    private static final Told UNCLEAR = new Told.Nobody(LaunchRefusal.IDENTITY);

    /**
     * The user, or why that is not known.
     *
     * @throws AuthorizationFailed if the keys cannot be had
     */
    Told of(Ehr ehr, Registration app, Nonce nonce, AccessTokenResponse response) {
        if (!(response.getCustomParameters().get("id_token") instanceof String idToken)) {
            return UNCLEAR;
        }
        try {
            EhrTokens.Signed signed = tokens.verify(ehr, idToken, app.clientId(), Set.of("sub", "nonce"));
            JWTClaimsSet claims = signed.claims();
            if (!Secrets.same(claims.getStringClaim("nonce"), nonce.getValue())
                    || !isForUs(claims, app.clientId())
                    || !belongsTo(signed, response.getTokens().getAccessToken())) {
                return UNCLEAR;
            }
            Optional<String> practitioner = Optional.ofNullable(claims.getStringClaim("fhirUser"))
                    .flatMap(user -> FhirUser.practitioner(ehr, user));
            return new Told.User(new OpenedChart.User(
                    claims.getSubject(),
                    practitioner,
                    Optional.empty(),
                    Optional.ofNullable(claims.getStringClaim("name"))));
        } catch (EhrTokens.Bad bad) {
            return bad.why() == CallerCheck.Why.TIME ? new Told.Nobody(LaunchRefusal.CLOCK) : UNCLEAR;
        } catch (ParseException notOfTheForm) {
            return UNCLEAR;
        }
    }

    private static boolean isForUs(JWTClaimsSet claims, String clientId) throws ParseException {
        String party = claims.getStringClaim("azp");
        return party == null ? claims.getAudience().size() == 1 : party.equals(clientId);
    }

    private static boolean belongsTo(EhrTokens.Signed signed, AccessToken token) throws ParseException {
        String hash = signed.claims().getStringClaim("at_hash");
        return hash == null
                || Secrets.same(
                        hash, AccessTokenHash.compute(token, signed.algorithm()).getValue());
    }
}
