package org.anamnesis.boot;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.anamnesis.ehr.WrongSetting;
import org.anamnesis.model.GatewaySettings;
import org.anamnesis.model.ModelSettings;
import org.anamnesis.modelcard.EvaluationFile;
import org.anamnesis.modelcard.ModelCard;
import org.anamnesis.modelcard.ModelCards;
import org.anamnesis.prompt.PromptFile;

/** The model card of this installation, read when the product is deployed; a setting that is wrong stops it there. */
final class CardOfSettings {

    private static final String EVALUATION = "anamnesis.card.evaluation";
    private static final String ANSWERS = "anamnesis.card.answers";

    private CardOfSettings() {}

    static ModelCard read(
            String version, Optional<GatewaySettings> models, Function<String, Optional<String>> settings) {
        return ModelCards.of(
                version,
                models.stream()
                        .flatMap(all -> all.models().stream())
                        .map(CardOfSettings::model)
                        .toList(),
                prompts(),
                settings.apply(EVALUATION).map(Path::of).map(CardOfSettings::evaluation),
                settings.apply(ANSWERS)
                        .map(Path::of)
                        .map(CardOfSettings::answers)
                        .orElse(Map.of()));
    }

    private static ModelCard.Model model(ModelSettings model) {
        String temperature = model.generation().temperature().isPresent()
                ? "temperature " + model.generation().temperature().getAsDouble()
                : "the provider's temperature";
        return new ModelCard.Model(
                model.name(),
                model.model(),
                model.provider().word(),
                model.baseUrl().getHost(),
                temperature + ", at most " + model.limits().answerCharacters() + " characters");
    }

    private static List<ModelCard.Instructions> prompts() {
        return PromptFile.NAMES.stream()
                .map(PromptFile::read)
                .map(file -> new ModelCard.Instructions(file.version(), file.hash()))
                .toList();
    }

    private static ModelCard.Evaluation evaluation(Path file) {
        try {
            return EvaluationFile.read(file);
        } catch (IOException e) {
            throw new WrongSetting(EVALUATION, "names a file that cannot be read", "the results.json of an evaluation");
        }
    }

    private static Map<String, String> answers(Path file) {
        Properties answers = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            answers.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongSetting(
                    ANSWERS, "names a file that cannot be read", "a properties file, e.g. hti-1.1.i=...");
        }
        Map<String, String> own = new TreeMap<>();
        answers.stringPropertyNames().forEach(name -> own.put(name, answers.getProperty(name)));
        return own;
    }
}
