package org.anamnesis.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSettingsTest {

    private static ModelSettings settings(String url, String name) {
        return new ModelSettings(
                URI.create(url), name, Optional.empty(), Duration.ofSeconds(1), Duration.ofSeconds(2), 1_000, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://models.example.org/v1", "http://127.0.0.1:8091/v1", "http://localhost/v1"})
    void takeAnEncryptedEndpointOrOneOnThisMachine(String url) {
        assertThatCode(() -> settings(url, "demo")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://models.example.org/v1", "http://localhost.example.org/v1", "ftp://127.0.0.1/"})
    void refuseAnEndpointThatPatientDataWouldReachInTheClear(String url) {
        assertThatThrownBy(() -> settings(url, "demo")).hasMessageContaining("anamnesis.model.base-url");
    }

    @Test
    void refuseAModelWithoutAName() {
        assertThatThrownBy(() -> settings("https://models.example.org/v1", " "))
                .hasMessageContaining("anamnesis.model.name");
    }
}
