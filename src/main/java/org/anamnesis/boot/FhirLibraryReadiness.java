package org.anamnesis.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Not ready before the FHIR library is warm. */
@Readiness
@ApplicationScoped
public class FhirLibraryReadiness implements HealthCheck {

    @Inject
    private @Nullable WarmUp warmUp;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("fhir-library")
                .status(Objects.requireNonNull(warmUp).isDone())
                .build();
    }
}
