package org.anamnesis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSettingsTest {

    private static ModelSettings settings(String url, String model) {
        return ModelSettings.openAi("ward", URI.create(url), model, Optional.of("secret-key"), ModelLimits.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://models.example.org/v1", "http://127.0.0.1:8091/v1", "http://localhost/v1"})
    void takeAnEncryptedEndpointOrOneOnThisMachine(String url) {
        assertThatCode(() -> settings(url, "demo")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://models.example.org/v1",
                "http://localhost.example.org/v1",
                "ftp://127.0.0.1/",
                "https://user:word@models.example.org/v1",
                "https://models.example.org/v1?key=1",
                "https:///v1"
            })
    void refuseAnEndpointThatPatientDataOrAKeyWouldReachInTheClear(String url) {
        assertThatThrownBy(() -> settings(url, "demo")).hasMessageContaining("base-url");
    }

    @Test
    void refuseAModelWithoutAName() {
        assertThatThrownBy(() -> settings("https://models.example.org/v1", " ")).hasMessageContaining("name");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANTHROPIC", "GEMINI", "AZURE_OPENAI"})
    void refuseAProviderThatWantsAKeyWithoutOne(Provider provider) {
        assertThatThrownBy(() -> new ModelSettings(
                        "ward",
                        provider,
                        URI.create("https://models.example.org"),
                        "demo",
                        Optional.empty(),
                        Generation.DEFAULT,
                        ModelLimits.DEFAULT))
                .hasMessageContaining("api-key");
    }

    @Test
    void refuseToWaitLongerForTheFirstWordThanForAll() {
        assertThatThrownBy(() -> ModelLimits.DEFAULT.patience(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("first-token-timeout");
    }

    @Test
    void neverShowTheKey() {
        assertThat(settings("https://models.example.org/v1", "demo").toString())
                .contains("ward", "demo")
                .doesNotContain("secret-key");
    }
}
