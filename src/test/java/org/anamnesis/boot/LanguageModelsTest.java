package org.anamnesis.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.anamnesis.model.Fitness;
import org.anamnesis.model.GatewaySettings;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.model.ModelLimits;
import org.anamnesis.model.ModelName;
import org.anamnesis.model.ModelSettings;
import org.anamnesis.model.ModelStatus;
import org.junit.jupiter.api.Test;

/** What operations see of the language models: their state, and neither addresses nor keys. */
class LanguageModelsTest {

    private static final ModelSettings MODEL = ModelSettings.openAi(
            "shown-to-jmx",
            URI.create("https://models.example.org/v1"),
            "med-8b",
            Optional.of("secret-key"),
            ModelLimits.DEFAULT);

    @Test
    void theHealthOfAModelIsOneLine() {
        ModelStatus status = new ModelStatus(
                new ModelName("ward", "med-8b"),
                "ollama",
                new Fitness(Fitness.State.UNFIT, Optional.of("format")),
                "half-open",
                0,
                1,
                1,
                10,
                2,
                Map.of());
        assertThat(LanguageModelHealth.line(status)).isEqualTo("unfit (format), circuit half-open, med-8b by ollama");
    }

    @Test
    void withoutAModelThereIsNothingToShow() {
        try (LanguageModels none = new LanguageModels(Optional.empty(), Optional.empty())) {
            none.probe();
            assertThat(none.status()).isEmpty();
        }
    }

    @Test
    void jmxShowsEachModelWhileTheProductRunsAndShowsNoSecret() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.anamnesis:type=Model,name=shown-to-jmx");
        GatewaySettings settings = GatewaySettings.of(MODEL);
        try (LanguageModels models =
                new LanguageModels(Optional.of(new ModelGateway(settings, Optional.empty())), Optional.of(settings))) {
            ModelBeans.register(models);
            assertThat(server.getAttribute(name, "Fitness")).isEqualTo("not-probed");
            assertThat(server.getAttribute(name, "Circuit")).isEqualTo("closed");
            assertThat(server.getAttribute(name, "TokensIn")).isEqualTo(0L);
            assertThat(server.getMBeanInfo(name).getAttributes())
                    .extracting(attribute -> String.valueOf(attribute.getName()))
                    .doesNotContain("BaseUrl", "ApiKey");
            ModelBeans.unregister(models);
            assertThat(server.isRegistered(name)).isFalse();
        }
    }
}
