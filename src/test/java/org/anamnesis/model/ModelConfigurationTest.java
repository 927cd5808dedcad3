package org.anamnesis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelConfigurationTest {

    private static final String TWO = """
            anamnesis.models=ward,cloud
            anamnesis.models.ward.provider=ollama
            anamnesis.models.ward.base-url=http://127.0.0.1:11434
            anamnesis.models.ward.model=med-8b
            anamnesis.models.ward.context-tokens=16384
            anamnesis.models.cloud.provider=anthropic
            anamnesis.models.cloud.base-url=https://models.example.org/v1
            anamnesis.models.cloud.model=large-1
            anamnesis.models.cloud.api-key=secret-key
            anamnesis.models.cloud.timeout=PT40S
            """;

    private static Optional<ModelConfiguration.Read> read(String settings) {
        Map<String, String> values = settings.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> other));
        return ModelConfiguration.read(values.keySet(), key -> Optional.ofNullable(values.get(key)));
    }

    private static GatewaySettings gateway(String... settings) {
        return read(String.join("\n", Arrays.asList(settings))).orElseThrow().gateway();
    }

    @Test
    void withoutAModelRulesWrite() {
        assertThat(read("anamnesis.base-url=https://anamnesis.example.org")).isEmpty();
    }

    @Test
    void oneModelIsConfiguredAsItAlwaysWas() {
        GatewaySettings gateway = gateway("""
                anamnesis.model.base-url=https://models.example.org/v1
                anamnesis.model.name=demo
                anamnesis.model.api-key=secret-key
                anamnesis.model.first-token-timeout=PT2S
                anamnesis.model.timeout=PT6S
                anamnesis.model.answer-characters=1000
                anamnesis.model.concurrent=3
                """);
        ModelSettings model = gateway.models().get(0);
        assertThat(model.provider()).isEqualTo(Provider.OPENAI);
        assertThat(model.model()).isEqualTo("demo");
        assertThat(model.apiKey()).hasValue("secret-key");
        assertThat(model.limits())
                .isEqualTo(ModelLimits.DEFAULT
                        .patience(Duration.ofSeconds(2), Duration.ofSeconds(6))
                        .bounds(1_000, 3));
        assertThat(model.generation()).isEqualTo(Generation.DEFAULT);
        assertThat(gateway.routes()).isEqualTo(Routes.of(List.of("default")));
        assertThat(gateway.whole()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void severalModelsAreAskedInTheOrderOfTheListUnlessAnotherIsSaid() {
        assertThat(gateway(TWO).routes().order()).containsExactly("ward", "cloud");
        assertThat(gateway(TWO, "anamnesis.model.order=cloud,ward").routes().order())
                .containsExactly("cloud", "ward");
        assertThat(gateway(TWO).whole()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void whatIsCommonIsSaidOnceAndWhatIsOwnWins() {
        GatewaySettings gateway = gateway(TWO, "anamnesis.model.timeout=PT30S", "anamnesis.model.temperature=none");
        assertThat(gateway.models())
                .extracting(model -> model.limits().whole().toSeconds())
                .containsExactly(30L, 40L);
        assertThat(gateway.models())
                .allMatch(model -> model.generation().temperature().equals(OptionalDouble.empty()));
        assertThat(gateway.models().get(0).generation().contextTokens()).isEqualTo(OptionalInt.of(16_384));
    }

    @Test
    void purposesAndEhrsHaveTheirOwnModels() {
        Routes routes = gateway(
                        TWO,
                        "anamnesis.model.order.handoff=cloud",
                        "anamnesis.model.ehr.north=ward",
                        "anamnesis.model.ehr.south=none")
                .routes();
        assertThat(routes.byPurpose()).isEqualTo(Map.of("handoff", List.of("cloud")));
        assertThat(routes.byEhr()).isEqualTo(Map.of("north", List.of("ward"), "south", List.of()));
    }

    @Test
    void budgetsAreThereWithoutASetting() {
        assertThat(gateway(TWO).ofUser().requests()).isPositive();
        assertThat(gateway(TWO).ofEhr().tokens()).isPositive();
        assertThat(gateway(TWO, "anamnesis.model.budget.user-requests=5", "anamnesis.model.budget.user-tokens=0")
                        .ofUser())
                .isEqualTo(new Budget(5, 0));
    }

    @Test
    void modelsAreProbedUnlessItIsSaidOtherwise() {
        assertThat(read(TWO).orElseThrow().probed()).isTrue();
        assertThat(read(TWO + "anamnesis.model.probe=false").orElseThrow().probed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anamnesis.models.ward.provider=claude        | anamnesis.models.ward.provider",
                "anamnesis.models.ward.base-url=http://ward   | anamnesis.models.ward.",
                "anamnesis.models.ward.model=                 | anamnesis.models.ward.model",
                "anamnesis.models.ward.timeout=soon           | anamnesis.models.ward.timeout",
                "anamnesis.models.ward.timeout=PT1S           | anamnesis.models.ward.",
                "anamnesis.models.ward.concurrent=many        | anamnesis.models.ward.concurrent",
                "anamnesis.models.ward.concurrent=0           | anamnesis.models.ward.",
                "anamnesis.models.ward.temperature=warm       | anamnesis.models.ward.temperature",
                "anamnesis.models.ward.temparature=0          | anamnesis.models.ward.temparature",
                "anamnesis.models.word.model=demo             | anamnesis.models.word.model",
                "anamnesis.models=Ward                        | anamnesis.models.ward.",
                "anamnesis.model.base-url=https://one/v1      | anamnesis.model.base-url",
                "anamnesis.model.order=ward,third             | anamnesis.model.order names a model",
                "anamnesis.model.ehr.north=third              | anamnesis.model.ehr.north names a model",
                "anamnesis.model.budget.user-requests=-1      | anamnesis.model.budget.user",
                "anamnesis.model.budget.users=1               | anamnesis.model.budget.users",
                "anamnesis.model.probe=maybe                  | anamnesis.model.probe",
                "anamnesis.model.total-timeout=PT0S           | anamnesis.model.total-timeout"
            })
    void aWrongSettingIsNamedAndItsValueIsNot(String setting, String named) {
        assertThatThrownBy(() -> read(TWO + setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Setting ")
                .hasMessageContaining(named);
    }

    /** MicroProfile Config lists an environment variable with dots for all its underscores, and finds its value by any name. */
    @Test
    void environmentVariablesAreKnownThoughTheirNamesHaveNoHyphens() {
        Map<String, String> variables = Map.of(
                "ANAMNESIS_MODELS", "ward-2",
                "ANAMNESIS_MODELS_WARD_2_BASE_URL", "https://models.example.org/v1",
                "ANAMNESIS_MODELS_WARD_2_MODEL", "demo",
                "ANAMNESIS_MODEL_ORDER_SINCE_LAST_VISIT", "ward-2");
        List<String> names = variables.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'))
                .toList();
        GatewaySettings gateway = ModelConfiguration.read(
                        names,
                        key -> Optional.ofNullable(
                                variables.get(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))))
                .orElseThrow()
                .gateway();
        assertThat(gateway.models()).extracting(ModelSettings::name).containsExactly("ward-2");
        assertThat(gateway.routes().byPurpose()).containsOnlyKeys("since-last-visit");
    }

    @Test
    void noMessageShowsAKey() {
        assertThatThrownBy(() -> read(TWO + "anamnesis.models.cloud.base-url=http://x"))
                .hasMessageNotContaining("secret-key");
    }
}
