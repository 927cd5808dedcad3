package org.anamnesis.smart;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.ehr.Ehr;

/** What a token of an EHR must say: who signed it, for whom, when; a minute between the clocks is allowed. */
final class EhrClaims extends DefaultJWTClaimsVerifier<SecurityContext> {

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Clock clock;

    EhrClaims(Clock clock, Ehr ehr, String audience, Set<String> required) {
        super(
                audience,
                new JWTClaimsSet.Builder().issuer(ehr.issuer().toString()).build(),
                Stream.concat(required.stream(), Stream.of("exp", "iat")).collect(Collectors.toSet()));
        this.clock = clock;
        setMaxClockSkew((int) SKEW.toSeconds());
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }

    @Override
    public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
        super.verify(claims, context);
        if (claims.getIssueTime().toInstant().isAfter(clock.instant().plus(SKEW))) {
            throw new BadJWTException("issued in the future");
        }
    }
}
