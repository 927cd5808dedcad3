package org.anamnesis.smart;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.ehr.Ehr;
import org.jspecify.annotations.Nullable;

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

    /** A token that is not good now and otherwise is. */
    static final class NotNow extends BadJWTException {

        private static final long serialVersionUID = 1L;

        NotNow() {
            super("over, or not good yet");
        }
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
        try {
            // The library tells a token that is not good yet by its words alone, so that is looked at below.
            super.verify(new JWTClaimsSet.Builder(claims).notBeforeTime(null).build(), context);
        } catch (ExpiredJWTException over) {
            throw new NotNow();
        }
        if (isAhead(claims.getIssueTime())
                || (claims.getNotBeforeTime() != null && isAhead(claims.getNotBeforeTime()))) {
            throw new NotNow();
        }
    }

    private boolean isAhead(Date time) {
        return time.toInstant().isAfter(clock.instant().plus(SKEW));
    }
}
