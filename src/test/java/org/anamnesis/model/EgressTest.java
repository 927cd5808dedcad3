package org.anamnesis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {

    private static final Egress LIST = Egress.of(List.of("https://models.example.org", "http://127.0.0.1:11434"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://models.example.org/v1/chat/completions",
                "https://MODELS.example.org:443/v1",
                "http://127.0.0.1:11434/api/chat"
            })
    void whatIsOnTheListMayBeAsked(String address) {
        assertThat(LIST.allowed(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://models.example.org/v1",
                "https://models.example.org:8443/v1",
                "https://models.example.org.evil.example/v1",
                "https://evil.example/models.example.org",
                "https://models.example.org@evil.example/v1",
                "https://user@models.example.org/v1",
                "https://models.example.org./v1",
                "https://sub.models.example.org/v1",
                "http://127.0.0.1/api/chat",
                "http://localhost:11434/api/chat",
                "file:///etc/passwd"
            })
    void case54NothingElseMayBeAsked(String address) {
        assertThat(LIST.allowed(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models.example.org",
                "https://*.example.org",
                "https://models.example.org/v1",
                "https://a@b",
                "*"
            })
    void aListIsOfWholeOriginsOnly(String wrong) {
        assertThatThrownBy(() -> Egress.of(List.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("egress must be origins");
    }

    private static ModelSettings configured(String egress) {
        Map<String, String> values = new HashMap<>(Map.of(
                "anamnesis.model.base-url", "https://models.example.org/v1",
                "anamnesis.model.name", "demo"));
        if (!egress.isEmpty()) {
            values.put("anamnesis.model.egress", egress);
        }
        return ModelConfiguration.read(values.keySet(), key -> Optional.ofNullable(values.get(key)))
                .orElseThrow()
                .gateway()
                .models()
                .getFirst();
    }

    @Test
    void withoutAListAModelMayAskItsOwnEndpointOnly() {
        assertThat(configured("").egress().origins()).isEqualTo(Set.of("https://models.example.org:443"));
    }

    @Test
    void aModelWhoseEndpointIsNotOnTheListStopsTheDeployment() {
        assertThat(configured("https://models.example.org, https://other.example.org")
                        .egress()
                        .origins())
                .hasSize(2);
        assertThatThrownBy(() -> configured("https://other.example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anamnesis.model.")
                .hasMessageContaining("not on the list of egress");
    }
}
