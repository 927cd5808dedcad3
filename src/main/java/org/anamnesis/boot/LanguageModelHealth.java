package org.anamnesis.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.anamnesis.model.ModelStatus;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** How the language models stand. It is always up: without a model, rules write. Neither addresses nor keys are shown. */
@Readiness
@ApplicationScoped
public class LanguageModelHealth implements HealthCheck {

    @Inject
    private @Nullable LanguageModels models;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("language-models").up();
        for (ModelStatus each : Objects.requireNonNull(models).status()) {
            health.withData(each.model().name(), line(each));
        }
        return health.build();
    }

    /** E.g. {@code fit, circuit closed, scripted by openai}. */
    static String line(ModelStatus status) {
        String why = status.fitness().why().map(word -> " (" + word + ")").orElse("");
        return status.fitness().state().word() + why + ", circuit " + status.circuit() + ", "
                + status.model().model() + " by " + status.provider();
    }
}
