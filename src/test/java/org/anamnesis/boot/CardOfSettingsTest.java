package org.anamnesis.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.ehr.WrongSetting;
import org.anamnesis.model.ModelConfiguration;
import org.anamnesis.modelcard.ModelCard;
import org.anamnesis.prompt.PromptFile;
import org.junit.jupiter.api.Test;

/** The model card of an installation's settings. */
class CardOfSettingsTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "anamnesis.model.base-url", "https://models.example/v1",
            "anamnesis.model.name", "mistral-large",
            "anamnesis.model.api-key", "a-secret-key");

    @Test
    void namesModelsAndInstructionsAndNoSecret() {
        ModelCard card = card(SETTINGS);
        assertThat(card.models())
                .singleElement()
                .satisfies(model -> assertThat(model.model()).isEqualTo("mistral-large"));
        assertThat(card.prompts()).extracting(ModelCard.Instructions::version).isEqualTo(PromptFile.NAMES);
        assertThat(card.prompts())
                .allSatisfy(prompt -> assertThat(prompt.hash()).hasSize(64));
        assertThat(card.toString()).doesNotContain("a-secret-key");
    }

    @Test
    void aFileThatIsNoEvaluationStopsTheDeployment() {
        assertThatThrownBy(() -> card(Map.of("anamnesis.card.evaluation", "/nowhere/results.json")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("anamnesis.card.evaluation");
    }

    private static ModelCard card(Map<String, String> settings) {
        return CardOfSettings.read(
                "0.1.0",
                ModelConfiguration.read(List.copyOf(settings.keySet()), key -> Optional.ofNullable(settings.get(key)))
                        .map(ModelConfiguration.Read::gateway),
                key -> Optional.ofNullable(settings.get(key)));
    }
}
