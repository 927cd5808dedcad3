package org.anamnesis.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.filing.Misfit;
import org.anamnesis.filing.WriteFit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Whether each EHR can serve its write profile. It is always up: charts are read and summaries written all the same, and a node
 * that is taken out of service would file nothing either.
 */
@Readiness
@ApplicationScoped
public class FilingHealth implements HealthCheck {

    @Inject
    private @Nullable EhrRegistry registry;

    @Inject
    private @Nullable WriteFit fit;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("filing").up();
        for (Ehr ehr : Objects.requireNonNull(registry).all()) {
            String id = ehr.id().value();
            health.withData(
                    id,
                    Objects.requireNonNull(fit)
                            .known(id)
                            .map(FilingHealth::line)
                            .orElse("unknown"));
        }
        return health.build();
    }

    /** E.g. {@code no-device-create no-provenance-create}. */
    private static String line(Set<Misfit> misfits) {
        return misfits.isEmpty() ? "fit" : misfits.stream().map(Misfit::code).collect(Collectors.joining(" "));
    }
}
