package org.anamnesis.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.anamnesis.audit.AuditUnavailable;
import org.anamnesis.audit.ForwardedTrail;
import org.anamnesis.audit.TrailWatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * How the audit trail stands: not ready where it cannot be read, or where something of it was altered. The end and its hash are
 * shown, so that whoever keeps them elsewhere can tell later whether the end was cut off.
 */
@Readiness
@ApplicationScoped
public class AuditTrailHealth implements HealthCheck {

    @Inject
    private @Nullable TrailWatch watch;

    @Inject
    private @Nullable ForwardedTrail forwarded;

    /** Whether a broken trail takes the node out of service; a hospital may rather go on and look into it. */
    @Inject
    @ConfigProperty(name = "anamnesis.audit.broken-is-ready", defaultValue = "false")
    private boolean brokenIsReady;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("audit-trail");
        try {
            TrailWatch.Look look = Objects.requireNonNull(watch).look();
            look.broken().ifPresent(broken -> health.withData("broken", broken.why() + " at " + broken.place()));
            Objects.requireNonNull(forwarded).standing().ifPresent(place -> health.withData("forwarded", place));
            return health.status(look.broken().isEmpty() || brokenIsReady)
                    .withData("end", look.end() + ":" + look.hash())
                    .withData("verified", look.verified())
                    .withData("rounds", look.rounds())
                    .build();
        } catch (AuditUnavailable e) {
            return health.down().withData("broken", AuditUnavailable.CODE).build();
        }
    }
}
