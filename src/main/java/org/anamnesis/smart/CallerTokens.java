package org.anamnesis.smart;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.smart.CallerCheck.Why;
import org.jspecify.annotations.Nullable;

/**
 * Checks the bearer tokens of those who call our facade: signed by that EHR's authorization server, or vouched for by it
 * where it is set up to be asked, for our facade of that EHR and nobody else, good now. A token for the EHR itself does not
 * open ours.
 */
public final class CallerTokens {

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/=-]+) *");
    private static final Set<String> REQUIRED = Set.of("sub", "jti", "client_id", "scope");

    private final EhrRegistry registry;
    private final EhrTokens tokens;
    private final Introspections introspections;
    private final EhrHttp http;

    CallerTokens(EhrRegistry registry, EhrTokens tokens, Introspections introspections, EhrHttp http) {
        this.registry = registry;
        this.tokens = tokens;
        this.introspections = introspections;
        this.http = http;
    }

    /**
     * Checks what a request brought.
     *
     * @param authorization the request's {@code Authorization} header, null where it has none
     */
    public CallerCheck verify(EhrId id, @Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer", 0, 6)) {
            return new CallerCheck.Missing();
        }
        Matcher bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            return new CallerCheck.Invalid(Why.MALFORMED);
        }
        Ehr ehr = registry.get(id);
        try {
            JWTClaimsSet claims = claims(ehr, bearer.group(1));
            return new CallerCheck.Accepted(caller(ehr, claims, bearer.group(1)));
        } catch (EhrTokens.Bad bad) {
            return new CallerCheck.Invalid(bad.why());
        } catch (ParseException notOfTheForm) {
            return new CallerCheck.Invalid(Why.CLAIMS);
        } catch (AuthorizationFailed failed) {
            return new CallerCheck.Unverifiable(failed.reason());
        }
    }

    // What has the three parts of a signed token is checked as one, whatever else could be asked about it.
    private JWTClaimsSet claims(Ehr ehr, String token) throws EhrTokens.Bad {
        String audience = registry.facadeBase(ehr.id()).toString();
        boolean isOpaque = token.chars().filter(letter -> letter == '.').count() != 2;
        return isOpaque && ehr.trust().introspection().isPresent()
                ? introspections.of(ehr, token, audience, REQUIRED)
                : tokens.verify(ehr, token, audience, REQUIRED).claims();
    }

    private Caller caller(Ehr ehr, JWTClaimsSet claims, String token) throws ParseException {
        return new Caller(
                claims.getStringClaim("client_id"),
                claims.getSubject(),
                Scopes.parse(claims.getStringClaim("scope")),
                id(claims, "patient"),
                id(claims, "encounter"),
                Optional.ofNullable(claims.getStringClaim("fhirUser"))
                        .flatMap(user -> FhirUser.practitioner(ehr, user)),
                claims.getJWTID(),
                claims.getExpirationTime().toInstant(),
                reach(ehr, claims, token));
    }

    private UserReach reach(Ehr ehr, JWTClaimsSet claims, String token) {
        if (ehr.trust().userScopes()) {
            return UserReach.EVERYBODY;
        }
        // A token that is for us alone is none of the EHR's: sending it there would tell nothing.
        return claims.getAudience().stream().anyMatch(ehr::isNamedBy)
                ? new AskedReach(
                        http,
                        ehr,
                        new Bearer(
                                token, Scopes.NONE, claims.getExpirationTime().toInstant()))
                : UserReach.NOBODY;
    }

    private static Optional<String> id(JWTClaimsSet claims, String name) throws ParseException {
        String value = claims.getStringClaim(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!FhirUser.isId(value)) {
            throw new ParseException(name + " is no id", 0);
        }
        return Optional.of(value);
    }
}
